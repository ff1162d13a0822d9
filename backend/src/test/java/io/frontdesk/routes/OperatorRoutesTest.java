package io.frontdesk.routes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.operator.Management;
import io.frontdesk.operator.OperatorCommand;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every operators' address that the router knows: let in with the right token at the right port,
/// and nobody else; sent what it cannot mean, it says so.
class OperatorRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A good request of each.
  ///
  /// @param body null if it takes none
  /// @param query the names of its parameters
  /// @param status what it is answered
  private record Good(String body, List<String> query, int status) {
    Good(String body, int status) {
      this(body, List.of(), status);
    }

    Good(List<String> query) {
      this("", query, 200);
    }
  }

  private static final String JOB = "{\"name\": \"no_such_job\", \"instance\": \"x\"}";
  private static final Map<String, Good> ROUTES =
      Map.ofEntries(
          entry("GET /operator/tenants", new Good(List.of("q", "state", "limit", "cursor"))),
          entry("GET /operator/tenants/{id}", new Good("", 200)),
          entry("PATCH /operator/tenants/{id}", new Good(agreement(), 200)),
          entry("POST /operator/tenants/{id}/suspend", new Good("{\"reason\": \"The bill\"}", 200)),
          entry("POST /operator/tenants/{id}/reactivate", new Good("", 200)),
          entry("GET /operator/jobs", new Good(List.of("failures"))),
          entry("POST /operator/jobs/retry", new Good(JOB, 404)),
          entry("POST /operator/jobs/drop", new Good(JOB, 404)),
          entry("GET /operator/keys", new Good("", 200)),
          entry("POST /operator/keys/reencrypt", new Good("", 200)),
          entry("GET /operator/log", new Good(List.of("limit", "cursor"))),
          entry("GET /operator/tokens", new Good(List.of("limit", "cursor"))),
          entry("POST /operator/tokens/revoke", new Good("{\"token\": \"none of ours\"}", 422)),
          entry("POST /operator/tokens/{id}/revoke", new Good("", 404)));

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final Api anybody = service.api(service.bean(Management.class).uri());
  private final Api operator = anybody.as(token());
  private final List<String> faults = new ArrayList<>();

  private static String agreement() {
    return """
    {"plan": "standard", "limits": {"concurrent_calls": 3, "phone_numbers": 2,
     "minutes_per_month": 100, "spend_per_day": {"amount_micros": 1000000, "currency": "USD"}}}\
    """;
  }

  @Test
  void everyAddressHasAGoodRequestHere() {
    var known = new TreeSet<String>();
    service
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> path(route).startsWith("/operator"))
        .filter(route -> !route.getHttpMethodName().matches("HEAD|OPTIONS"))
        .forEach(route -> known.add(route.getHttpMethodName() + " " + path(route)));

    assertThat(ROUTES).containsOnlyKeys(known);
  }

  @Test
  void anOperatorIsServed() {
    ROUTES.forEach(
        (route, good) ->
            assertThat(send(operator, route, good.body()).status())
                .as(route)
                .isEqualTo(good.status()));
  }

  @Test
  void whoeverElseComesIsTurnedAwayAndAtThePublicPortEverybodyIs() {
    String program =
        owner
            .api()
            .post("/api/v1/api-clients", "{'name': 'x', 'scopes': ['calls:read']}")
            .body()
            .path("secret")
            .asText();
    var secrets = service.bean(Secrets.class);
    var others =
        Map.ofEntries(
            entry("an owner", tokenOfTheApi()),
            entry("a program's secret", program),
            entry("junk", "x.y.z"),
            entry("expired", sealed("operator", Instant.now().minusSeconds(1))),
            entry("another purpose", sealed("mail", Instant.now().plusSeconds(60))),
            entry("a tenant's secret", secrets.encrypt(owner.tenant(), "{}")),
            entry("revoked", revoked()),
            entry("tampered", tampered(token())));
    for (var route : ROUTES.keySet()) {
      String body = ROUTES.getOrDefault(route, new Good("", 0)).body();
      assertThat(send(anybody, route, body).status()).as("%s by nobody", route).isEqualTo(401);
      others.forEach(
          (who, token) ->
              assertThat(send(anybody.as(token), route, body).status())
                  .as("%s by %s", route, who)
                  .isEqualTo(401));
      for (Api here : List.of(service.api(), owner.api(), service.api().as(token()))) {
        assertThat(send(here, route, body).status()).as("%s in public", route).isEqualTo(404);
      }
    }
  }

  @Test
  void nothingTakesWhatItCannotMean() {
    ROUTES.forEach(
        (route, good) -> {
          for (String value : junk()) {
            if (route.contains("{id}")) {
              expectSound(route, value, send(operator, route, good.body(), value, ""));
            }
            for (String name : good.query()) {
              String query = "?" + name + "=" + value;
              expectSound(route, query, send(operator, route, "", id(), query));
            }
          }
          if (!good.body().isEmpty()) {
            BadInputCampaignTest.BODIES.forEach(
                body -> expectSound(route, body, send(operator, route, body)));
            assertThat(send(operator, route, huge()).status()).as("10 MB: " + route).isEqualTo(413);
            fields(good.body())
                .forEach(body -> expectSound(route, body, send(operator, route, body)));
          }
        });

    assertThat(faults).isEmpty();
  }

  private void expectSound(String route, String sent, Answer answer) {
    Soundness.fault(answer, false)
        .ifPresent(
            fault ->
                faults.add(
                    "%s with %.200s: %s: %.300s".formatted(route, sent, fault, answer.text())));
  }

  private static List<String> junk() {
    return Stream.concat(
            BadInputCampaignTest.QUERIES.stream()
                .filter(value -> !value.isEmpty())
                .map(BadInputCampaignTest::encoded),
            BadInputCampaignTest.RAW_QUERIES.stream())
        .toList();
  }

  /// A good body with each of its fields, however deep, holding each of the wrong values.
  private static List<String> fields(String good) {
    var bodies = new ArrayList<String>();
    for (String pointer : pointers("", read(good))) {
      for (String value : BadFieldTest.VALUES) {
        ObjectNode body = read(good);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, last)))
            .put(pointer.substring(last + 1), "@here@");
        bodies.add(body.toString().replace("\"@here@\"", value));
      }
    }
    return bodies;
  }

  private static List<String> pointers(String here, ObjectNode object) {
    var found = new ArrayList<String>();
    object
        .properties()
        .forEach(
            field -> {
              String pointer = here + "/" + field.getKey();
              found.add(pointer);
              if (field.getValue() instanceof ObjectNode below) {
                found.addAll(pointers(pointer, below));
              }
            });
    return found;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private static String huge() {
    return "{\"reason\": \"%s\"}".formatted("x".repeat(10_000_000));
  }

  private Answer send(Api by, String route, String body) {
    return send(by, route, body, id(), "");
  }

  /// The tenant's own; nothing else has it.
  private String id() {
    return owner.tenant().toString();
  }

  private static Answer send(Api by, String route, String body, String id, String query) {
    List<String> words = List.of(route.split(" ", 2));
    return by.sendExactly(
        words.getFirst(),
        words.getLast().replace("{id}", id) + query,
        body.isEmpty() ? null : body,
        Map.of());
  }

  private static String path(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }

  private String tokenOfTheApi() {
    return service
        .api()
        .post(
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD))
        .body()
        .path("access_token")
        .asText();
  }

  private String revoked() {
    String token = token();
    assertThat(
            operator.sendExactly(
                "POST",
                "/operator/tokens/revoke",
                "{\"token\": \"%s\"}".formatted(token),
                Map.of()))
        .extracting(Answer::status)
        .isEqualTo(204);
    return token;
  }

  private static String tampered(String token) {
    char last = token.charAt(20);
    return token.substring(0, 20) + (last == 'A' ? 'B' : 'A') + token.substring(21);
  }

  private String sealed(String purpose, Instant expiresAt) {
    return service
        .bean(Secrets.class)
        .encryptForPlatform(
            purpose,
            "{\"id\": \"%s\", \"name\": \"ann\", \"expires_at\": \"%s\"}"
                .formatted(UUID.randomUUID(), expiresAt));
  }

  private String token() {
    var out = new ByteArrayOutputStream();
    new OperatorCommand(
            service.bean(Secrets.class), new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of("token", "ann"));
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
