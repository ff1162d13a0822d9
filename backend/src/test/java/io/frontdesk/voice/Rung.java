package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.CallEvent;
import io.frontdesk.conversation.recording.RecordedCall;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A call that was held.
///
/// @param seen what the simulated line and caller saw
/// @param call the record
/// @param turns the transcript
record Rung(Owner owner, JsonNode seen, JsonNode call, JsonNode turns) {
  List<String> seenWords(String speaker) {
    return words(seen.path("turns"), speaker, "words");
  }

  List<String> words(String speaker) {
    return words(turns, speaker, "text");
  }

  private static List<String> words(JsonNode turns, String speaker, String field) {
    var words = new ArrayList<String>();
    for (JsonNode turn : turns) {
      if (turn.path("speaker").asText().equals(speaker)) {
        words.add(turn.path(field).asText());
      }
    }
    return words;
  }

  JsonNode only(String path) {
    JsonNode data = owner.api().get(path).body().path("data");
    assertThat(data).as(path).hasSize(1);
    return data.get(0);
  }

  JsonNode none(String path) {
    JsonNode data = owner.api().get(path).body().path("data");
    assertThat(data).as(path).isEmpty();
    return data;
  }

  /// Its log, as the API shows it.
  List<CallEvent> events() {
    var data = JsonNodeFactory.instance.arrayNode();
    String path = "/api/v1/calls/" + call.path("id").asText() + "/events?limit=20&cursor=";
    String cursor = "0";
    while (!cursor.equals("null")) {
      JsonNode page = owner.api().get(path + cursor).body();
      page.path("data").forEach(data::add);
      cursor = page.path("next_cursor").asText();
    }
    var file = JsonNodeFactory.instance.objectNode().put("about", "");
    return RecordedCall.parse(file.set("events", data).toString()).events();
  }

  /// A zone in which it is about noon now, however late it is here: a day does not end in the midst
  /// of a call.
  static ZoneId noon() {
    int offset = 12 - Instant.now().atZone(ZoneOffset.UTC).getHour();
    return ZoneId.of("Etc/GMT%+d".formatted(-offset));
  }

  /// Opening hours from eight to six on the days that are so, as the API takes them.
  static String open(Predicate<DayOfWeek> on) {
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                "'%s': [%s]"
                    .formatted(
                        day.name().toLowerCase(Locale.ROOT),
                        on.test(day) ? "{'opens': '08:00', 'closes': '18:00'}" : ""))
        .collect(Collectors.joining(", ", "{'hours': {", "}}"));
  }

  /// Holds a call from its first ring to its analysis.
  ///
  /// @param opening hours as the API takes them
  static Rung ring(RunningService service, String scenario, String opening) {
    Owner owner = Owner.signUp(service, "Ace Garage Doors");
    owner.api().patch("/api/v1/business", opening);
    return ring(owner, scenario);
  }

  /// The same of a business whose receptionist hands callers over to these numbers.
  static Rung ring(RunningService service, String scenario, List<String> people) {
    Owner owner = Owner.signUp(service, "Ace Garage Doors");
    String targets =
        people.stream()
            .map(
                number ->
                    "{'name': 'Person %s', 'number': '%s', 'reachable': 'always', 'ring_s': 15}"
                        .formatted(number.substring(number.length() - 3), number))
            .collect(Collectors.joining(", ", "{'transfer_targets': [", "]}"));
    String receptionist =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    var changed = owner.api().patch(receptionist, targets);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(receptionist + "/publish", "{}");
    return ring(owner, scenario);
  }

  /// Holds a call with a business that is ready for it.
  static Rung ring(Owner owner, String scenario) {
    String number = owner.api().get("/api/v1/sandbox").body().path("numbers").get(0).asText();
    String sid =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': '%s', 'to': '%s'}".formatted(scenario, number))
            .body()
            .path("call_sid")
            .asText();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> owner.api().get("/api/v1/calls").body().at("/data/0/analyzed_at").isTextual());
    JsonNode call = owner.api().get("/api/v1/calls").body().at("/data/0");
    String path = "/api/v1/calls/" + call.path("id").asText();
    return new Rung(
        owner,
        owner.api().get("/api/v1/sandbox/calls/" + sid).body(),
        owner.api().get(path).body(),
        owner.api().get(path + "/transcript").body().path("turns"));
  }
}
