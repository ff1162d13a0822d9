package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls over the API.
class CallTest {
  private static final String CALLS = "/api/v1/calls";

  private final RunningService service = RunningService.shared();
  private final CallLog log = service.bean(CallLog.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());

  @Test
  void whoHasCalledBeforeIsKnownByName() {
    owner.api().post("/api/v1/leads", "{'phone': '+14155550123', 'name': 'Ana Diaz'}");

    assertThat(get("/" + practice.answered("+14155550123")).path("caller_name").asText())
        .isEqualTo("Ana Diaz");
    assertThat(get("/" + practice.answered("+14155550124")).path("caller_name").isNull()).isTrue();
  }

  @Test
  void aCallIsShownInTheShapeThatProgramsRelyOn() {
    UUID id = practice.answered("+14155550123");

    JsonNode call = get("/" + id);
    assertThat(call.properties())
        .extracting(Map.Entry::getKey)
        .contains(
            "id",
            "call_sid",
            "direction",
            "state",
            "outcome",
            "from",
            "to",
            "started_at",
            "answered_at",
            "ended_at",
            "duration_s",
            "engine",
            "fallbacks",
            "summary",
            "sentiment",
            "lead_id",
            "appointment_id",
            "cost",
            "latency")
        .doesNotContain("tenant_id", "clock_offset_s");
    assertThat(call.path("direction").asText()).isEqualTo("inbound");
    assertThat(call.path("state").asText()).isEqualTo("in_progress");
    assertThat(call.path("from").asText()).isEqualTo("+14155550123");
    assertThat(call.path("engine").asText()).isEqualTo("realtime");
    assertThat(call.path("fallbacks").toString()).isEqualTo("[]");
    assertThat(call.path("started_at").asText()).endsWith("Z");
    assertThat(call.path("outcome").isNull()).isTrue();
    assertThat(call.path("cost").isNull()).isTrue();
  }

  @Test
  void aWithheldNumberIsNull() {
    assertThat(get("/" + practice.answered(null)).path("from").isNull()).isTrue();
  }

  @Test
  void theTranscriptIsWhatWasSaid() {
    UUID id = practice.answered();
    var arguments = JsonNodeFactory.instance.objectNode().put("text", "a\u0000b");
    var call = new ToolCall("call_1", "take_message", arguments, arguments);
    Instant start = Instant.parse("2026-11-24T15:00:00.25Z");
    log.store(owner.tenant(), id, PracticeCalls.turn(0, Speaker.CALLER, "Hello\u0000, \ud800?"));
    log.store(
        owner.tenant(),
        id,
        new Turn(
            1,
            Speaker.RECEPTIONIST,
            "I can help.",
            "I can",
            true,
            List.of(call),
            start,
            start,
            740));

    JsonNode turns = get("/" + id + "/transcript").path("turns");

    assertThat(turns).hasSize(2);
    assertThat(turns.at("/0/speaker").asText()).isEqualTo("caller");
    assertThat(turns.at("/0/text").asText()).isEqualTo("Hello\ufffd, \ufffd?");
    assertThat(turns.at("/0/heard_text").isNull()).isTrue();
    assertThat(turns.at("/1/heard_text").asText()).isEqualTo("I can");
    assertThat(turns.at("/1/interrupted").asBoolean()).isTrue();
    assertThat(turns.at("/1/reply_ms").asInt()).isEqualTo(740);
    assertThat(turns.at("/0/reply_ms").isNull()).isTrue();
    assertThat(turns.at("/1/started_at").asText()).isEqualTo("2026-11-24T15:00:00.250Z");
    assertThat(turns.at("/1/tool_calls/0/tool").asText()).isEqualTo("take_message");
    assertThat(turns.at("/1/tool_calls/0/arguments/text").asText()).isEqualTo("a\ufffdb");
  }

  @Test
  void whatHappenedIsReadInOrderWhileMoreHappens() {
    UUID id = practice.answered();
    happens(id, "one", "two", "three");
    JsonNode first = get("/" + id + "/events?limit=2");
    happens(id, "four");
    JsonNode rest = get("/" + id + "/events?limit=2&cursor=" + first.path("next_cursor").asText());

    assertThat(first.path("data").findValuesAsText("type"))
        .containsExactly("one", "speak", "two", "speak");
    assertThat(rest.path("data").findValuesAsText("type"))
        .containsExactly("three", "speak", "four", "speak");
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(rest.at("/data/0/at").asText()).isEqualTo("2026-11-24T15:00:00.000001Z");
    assertThat(rest.at("/data/0/data/text").asText()).isEqualTo("Hm");
    assertThat(rest.at("/data/0/effects/0/type").asText()).isEqualTo("speak");
  }

  @Test
  void whatIsWrittenTwiceHappenedOnce() {
    UUID id = practice.answered();
    var chunk = happens(id, "one");
    service.bean(CallEvents.class).append(owner.tenant(), id, chunk);

    assertThat(get("/" + id + "/events").path("data")).hasSize(1);
  }

  private EventChunk happens(UUID call, String... types) {
    String events =
        Stream.of(types)
            .map(
                type ->
                    """
                    {"at": "2026-11-24T15:00:00.000001Z", "type": "%s", "data": {"text": "Hm"},
                     "effects": [{"type": "speak"}]}\
                    """
                        .formatted(type))
            .collect(Collectors.joining(",", "[", "]"));
    var chunk = new EventChunk(types.length, events);
    service.bean(CallEvents.class).append(owner.tenant(), call, chunk);
    return chunk;
  }

  @Test
  void activeCallsAreThoseWithSomebodyOnTheLine() {
    UUID open = practice.answered();
    UUID closed = practice.answered();
    log.close(owner.tenant(), closed, CallState.COMPLETED, Instant.now(), null);

    assertThat(ids(get("/active"))).containsExactly(open.toString());
    assertThat(ids(get(""))).containsExactly(closed.toString(), open.toString());
  }

  @Test
  void filtersNarrowTheList() {
    UUID silent = practice.answered("+14155550101");
    log.close(owner.tenant(), silent, CallState.COMPLETED, Instant.now(), null);
    UUID open = practice.answered("+14155550102");
    String began = get("/" + open).path("started_at").asText();

    assertThat(ids(get("?state=in_progress"))).containsExactly(open.toString());
    assertThat(ids(get("?outcome=silent"))).containsExactly(silent.toString());
    assertThat(ids(get("?direction=inbound"))).hasSize(2);
    assertThat(ids(get("?direction=outbound"))).isEmpty();
    assertThat(ids(get("?from=%2B14155550101"))).containsExactly(silent.toString());
    assertThat(ids(get("?from=+14155550101"))).as("+ not escaped").hasSize(1);
    assertThat(ids(get("?to=%2B14155550199"))).hasSize(2);
    assertThat(ids(get("?created_after=2020-01-01T00:00:00Z"))).hasSize(2);
    assertThat(ids(get("?created_before=2020-01-01T00:00:00Z"))).isEmpty();
    assertThat(ids(get("?created_before=" + began))).containsExactly(silent.toString());
  }

  @Test
  void theSearchLooksIntoSummariesAndNumbers() {
    UUID call = practice.answered("+14155550101");
    practice.answered("+14155550102");
    service
        .bean(CallResults.class)
        .analyzed(owner.tenant(), call, "Spring broke, 100% sure.", Sentiment.NEUTRAL, () -> null);

    assertThat(ids(get("?q=SPRING"))).containsExactly(call.toString());
    assertThat(ids(get("?q=100%25+sure"))).containsExactly(call.toString());
    assertThat(ids(get("?q=100_"))).isEmpty();
    assertThat(ids(get("?q=" + escaped("(415) 555-0101")))).containsExactly(call.toString());
    assertThat(ids(get("?q=nobody"))).isEmpty();
  }

  @Test
  void pagesStayTheSameWhileCallsComeIn() {
    var expected =
        new ArrayList<>(
                IntStream.range(0, 5).mapToObj(i -> practice.answered().toString()).toList())
            .reversed();
    var read = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page = get("?limit=2" + cursor);
      read.addAll(ids(page));
      practice.answered();
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asText();
    } while (!cursor.isEmpty());

    assertThat(read).isEqualTo(expected);
  }

  @Test
  void anotherTenantsCallIsNotThere() {
    UUID id = practice.answered();
    Owner other = Owner.signUp(service, "Best Plumbing");

    assertThat(other.api().get(CALLS + "/" + id).status()).isEqualTo(404);
    assertThat(other.api().get(CALLS + "/" + id + "/transcript").status()).isEqualTo(404);
    assertThat(other.api().get(CALLS + "/" + id + "/events").status()).isEqualTo(404);
    assertThat(ids(other.api().get(CALLS).body())).isEmpty();
    assertThat(ids(other.api().get(CALLS + "/active").body())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?state=flying                  | /state",
        "?direction=up                  | /direction",
        "?outcome=x                     | /outcome",
        "?from=anonymous                | /from",
        "?to=1                          | /to",
        "?created_after=yesterday       | /created_after",
        "?limit=0                       | /limit",
        "?limit=201                     | /limit",
        "?cursor=x                      | /cursor",
        "?q=%00                         | /q",
      })
  void aBadFilterIsPointedAt(String query, String pointer) {
    var answer = owner.api().get(CALLS + query);

    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
  }

  @Test
  void anIdThatIsNoneIsARequestThatCannotBeRead() {
    assertThat(owner.api().get(CALLS + "/x").status()).isEqualTo(400);
  }

  private JsonNode get(String path) {
    var answer = owner.api().get(CALLS + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("data").findValuesAsText("id");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
