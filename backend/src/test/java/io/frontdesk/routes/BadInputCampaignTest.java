package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Everything that the document says can be sent is sent wrongly, in every way we could think of.
/// What comes back is the client's error, said as a problem, or a good answer to what was a good
/// value after all; it is never our error.
class BadInputCampaignTest {
  private static final String LONG = "n".repeat(5_000);
  static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "}",
          "nul",
          "[]",
          "7",
          "\"text\"",
          "{\"name\": \"x\"",
          "{\"name\": \u0001}",
          "{name: 1}",
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "\u0000",
          "\ud83d\ude9a");

  static final List<String> QUERIES =
      List.of(
          "",
          "abc",
          "-1",
          "0",
          "201",
          "99999999999999999999",
          "1.5",
          "true",
          "Mars/Olympus",
          "%%%",
          "\u0000",
          "2026-02-30T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "'; drop table tenant.call; --",
          "\u202e🚚",
          LONG);

  /// Not text in UTF-8, and so written as it is sent.
  static final List<String> RAW_QUERIES = List.of("%ED%A0%80", "%FF%FE", "%00", "%C0%80");

  private final RunningService service = RunningService.shared();
  private final ApiDocument document = ApiDocument.of(service.api());
  private final Sample sample = new Sample(document);
  private final Owner owner = Owner.signUp(service, "Ace");
  private final List<String> faults = new ArrayList<>();

  @Test
  void noBodyThatIsNotWhatIsExpectedIsRead() {
    for (Operation operation : withBody()) {
      for (String body : BODIES) {
        var answer = send(operation, body);
        if (answer.status() < 400) {
          faults.add("%s took %s: %s".formatted(operation, shown(body), answer.status()));
        }
        expectSound(operation, answer, shown(body), false);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void tenMegabytesAreTooMuchEverywhere() {
    String huge = "{\"name\": \"%s\"}".formatted("x".repeat(10_000_000));
    for (Operation operation : withBody()) {
      var answer = send(operation, huge);
      if (answer.status() != 413) {
        faults.add("%s: %d".formatted(operation, answer.status()));
      }
      expectSound(operation, answer, "10 MB", false);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noContentTypeButTheExpectedOnesIsRead() {
    for (Operation operation : withBody()) {
      var answer =
          owner
              .api()
              .send(
                  operation.method(),
                  concrete(operation),
                  "a=b",
                  Map.of("Content-Type", "text/csv"));
      if (answer.status() != 415) {
        faults.add("%s: %d".formatted(operation, answer.status()));
      }
      expectSound(operation, answer, "text/csv", false);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noParameterTakesWhatItCannotMean() {
    for (Operation operation : document.operations()) {
      for (JsonNode referring : operation.json().path("parameters")) {
        JsonNode parameter = document.resolve(referring);
        String name = parameter.path("name").asText();
        var values =
            Stream.concat(
                QUERIES.stream().map(BadInputCampaignTest::encoded), RAW_QUERIES.stream());
        switch (parameter.path("in").asText()) {
          case "query" ->
              values.forEach(
                  value ->
                      expectSound(
                          operation,
                          ask(operation, query(operation, name, value), Map.of()),
                          "?" + name + "=" + value,
                          true));
          case "path" ->
              values
                  .filter(value -> !value.isEmpty())
                  .forEach(
                      value ->
                          expectSound(
                              operation,
                              ask(operation, path(operation, name, value), Map.of()),
                              name + "=" + value,
                              false));
          case "header" ->
              Stream.of("x", "\"x\"", "*", "\"0\", \"1\"", LONG, "é")
                  .forEach(
                      value ->
                          expectSound(
                              operation,
                              ask(operation, concrete(operation), Map.of(name, value)),
                              name + ": " + value,
                              false));
          default -> {}
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private List<Operation> withBody() {
    return document.operations().stream()
        .filter(o -> o.json().at("/requestBody/content").has("application/json"))
        .toList();
  }

  private JsonNode bodySchema(Operation operation) {
    return document.resolve(operation.json().at("/requestBody/content/application~1json/schema"));
  }

  private Answer send(Operation operation, String body) {
    // Api writes double quotes for single ones; here every character counts.
    return owner.api().sendExactly(operation.method(), concrete(operation), body, Map.of());
  }

  private Answer ask(Operation operation, String path, Map<String, String> headers) {
    String body =
        operation.json().at("/requestBody/content").has("application/json")
            ? sample.of(bodySchema(operation)).toString()
            : null;
    try {
      return owner.api().sendExactly(operation.method(), path, body, headers);
    } catch (UncheckedIOException closedAfterTheLastAnswer) {
      return owner.api().sendExactly(operation.method(), path, body, headers);
    }
  }

  private String concrete(Operation operation) {
    return operation.path().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000")
        + query(operation);
  }

  /// What the query needs, each with a good value.
  private String query(Operation operation) {
    var query = new StringBuilder();
    for (JsonNode parameter : operation.json().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(parameter.path("name").asText())
            .append('=')
            .append(encoded(sample.of(parameter.path("schema")).asText()));
      }
    }
    return query.toString();
  }

  private String query(Operation operation, String name, String value) {
    String good = concrete(operation).replaceAll("([?&])" + name + "=[^&]*", "$1");
    return good + (good.contains("?") ? "&" : "?") + name + "=" + value;
  }

  private String path(Operation operation, String name, String value) {
    return operation.path().replace("{" + name + "}", value).replaceAll("\\{[^}]+}", "x")
        + query(operation);
  }

  /// @param pointed whether a refusal must point at what is wrong
  private void expectSound(Operation operation, Answer answer, String sent, boolean pointed) {
    Soundness.fault(answer, pointed)
        .ifPresent(
            fault ->
                faults.add(
                    "%s with %s: %s: %s"
                        .formatted(operation, shown(sent), fault, shown(answer.text()))));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String shown(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
