package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calls as programs read them that were written to earlier APIs.
class EarlierCallsTest {
  private final RunningService service = RunningService.shared();
  private Owner owner;
  private CallLog log;
  private UUID going;
  private UUID over;

  @BeforeEach
  void twoCalls() {
    owner = Owner.signUp(service, "Acme");
    log = service.bean(CallLog.class);
    var calls = new PracticeCalls(service, owner.tenant());
    over = calls.answered("+14155550123");
    log.close(owner.tenant(), over, CallState.COMPLETED, Instant.now(), null);
    going = calls.answered(null);
  }

  @Test
  void theHistoryTellsTheNewestFirst() {
    var history = owner.api().get("/api/v1/voice/call-history").body();

    assertThat(fields(history)).containsExactly("calls");
    assertThat(history.path("calls")).hasSize(2);
    JsonNode first = history.at("/calls/0");
    assertThat(fields(first))
        .containsExactlyInAnyOrder(
            "created_at", "description", "notes", "call_sid", "direction", "duration", "status");
    assertThat(first.path("call_sid").asText()).isEqualTo(sid(going));
    assertThat(first.path("description").asText()).isEqualTo("Call from a withheld number");
    assertThat(first.path("status").asText()).isEqualTo("in_progress");
    assertThat(first.path("duration").isNull()).isTrue();
    JsonNode second = history.at("/calls/1");
    assertThat(second.path("call_sid").asText()).isEqualTo(sid(over));
    assertThat(second.path("description").asText()).isEqualTo("Call from +14155550123");
    assertThat(second.path("direction").asText()).isEqualTo("inbound");
    assertThat(second.path("status").asText()).isEqualTo("completed");
    assertThat(second.path("duration").isIntegralNumber()).isTrue();
  }

  @Test
  void theHistoryIsAsLongAsItIsAskedFor() {
    assertThat(owner.api().get("/api/v1/voice/call-history?limit=1").body().path("calls"))
        .hasSize(1);
    for (String limit : List.of("0", "201")) {
      assertThat(owner.api().get("/api/v1/voice/call-history?limit=" + limit).status())
          .isEqualTo(422);
    }
  }

  @Test
  void callsThatAreGoingOnAreListed() {
    var active = owner.api().get("/api/phone/active-calls").body();

    assertThat(fields(active)).containsExactlyInAnyOrder("active_calls", "count");
    assertThat(active.path("count").asInt()).isEqualTo(1);
    assertThat(active.at("/active_calls/0/call_sid").asText()).isEqualTo(sid(going));
    assertThat(active.at("/active_calls/0/status").asText()).isEqualTo("in_progress");
  }

  @Test
  void aCallIsFoundByTwiliosId() {
    var status = owner.api().get("/api/phone/call-status/" + sid(over)).body();

    assertThat(fields(status))
        .containsExactlyInAnyOrder(
            "call_sid", "status", "direction", "from", "to", "started_at", "ended_at", "duration");
    assertThat(status.path("status").asText()).isEqualTo("completed");
    assertThat(status.path("from").asText()).isEqualTo("+14155550123");
  }

  @Test
  void anotherBusinesssCallIsNotThere() {
    var other = Owner.signUp(service, "Best Plumbing").api();

    assertThat(other.get("/api/phone/call-status/" + sid(over)).status()).isEqualTo(404);
    assertThat(other.get("/api/phone/active-calls").body().path("count").asInt(-1)).isZero();
    assertThat(other.get("/api/v1/voice/call-history").body().path("calls")).isEmpty();
  }

  @Test
  void nobodyReadsThemWithoutAToken() {
    List.of(
            "/api/phone/active-calls",
            "/api/phone/call-status/" + sid(over),
            "/api/v1/voice/call-history")
        .forEach(
            path -> {
              Answer answer = service.api().get(path);
              assertThat(answer.status()).as(path).isEqualTo(401);
            });
  }

  private String sid(UUID callId) {
    return log.find(owner.tenant(), callId).orElseThrow().callSid();
  }

  private static List<String> fields(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
