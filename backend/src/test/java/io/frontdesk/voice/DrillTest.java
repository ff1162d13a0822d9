package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A test call that walks down every step of the ladder.
class DrillTest {
  private static final List<String> STEPS =
      List.of("realtime", "turn_based", "scripted", "voicemail");

  @Test
  void everyStepIsTriedAndWhatWorkedIsKept() {
    Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");
    String path = path(owner);
    assertThat(owner.api().get(path).body().path("last").isNull()).isTrue();

    var begun = owner.api().post(path, "{}");

    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    JsonNode drill = over(owner, path);
    assertThat(drill.path("id")).isEqualTo(begun.body().path("id"));
    assertThat(drill.path("steps").findValuesAsText("engine")).isEqualTo(STEPS);
    for (JsonNode step : drill.path("steps")) {
      assertThat(step.path("works").asBoolean()).as(step.toString()).isTrue();
      assertThat(step.path("said").asText()).as(step.toString()).isNotBlank();
      assertThat(step.path("took_ms").asLong()).isBetween(0L, 60_000L);
    }
    assertThat(drill.at("/steps/0/said").asText()).contains("Ace Garage Doors");
    assertThat(drill.at("/steps/0/stream_ms").isIntegralNumber())
        .as("the greeting came by a media stream")
        .isTrue();
    for (int step = 1; step < STEPS.size(); step++) {
      assertThat(drill.path("steps").get(step).path("stream_ms").isNull()).isTrue();
    }
    String call = "/api/v1/calls/" + drill.path("call_id").asText();
    JsonNode record = owner.api().get(call).body();
    assertThat(record.path("test").asBoolean()).isTrue();
    assertThat(record.path("ended_at").isTextual()).isTrue();
    assertThat(record.path("fallbacks").findValuesAsText("to"))
        .isEqualTo(STEPS.subList(1, STEPS.size()));
    var said = new ArrayList<String>();
    for (JsonNode turn : owner.api().get(call + "/transcript").body().path("turns")) {
      if (turn.path("speaker").asText().equals("receptionist")) {
        said.add(turn.path("text").asText());
      }
    }
    assertThat(said).containsAll(drill.path("steps").findValuesAsText("said"));
    assertThat(owner.api().get("/api/v1/messages").body().path("data")).isEmpty();
    assertThat(
            owner.api().get("/api/v1/stats/summary?period=7d").body().path("total_calls").asInt())
        .isZero();
  }

  @Test
  void aStepThatDoesNotWorkStopsNoneOfTheOthers() {
    Owner owner = HandCall.yieldingAfter(0);
    try {
      HandMade.MODEL.refuses(true);
      owner.api().post(path(owner), "{}");

      JsonNode steps = over(owner, path(owner)).path("steps");

      assertThat(steps.findValuesAsText("engine")).isEqualTo(STEPS);
      assertThat(steps.at("/0/works").asBoolean()).isFalse();
      assertThat(steps.at("/0/problem").asText()).isNotBlank();
      assertThat(steps.at("/1/works").asBoolean()).isTrue();
    } finally {
      HandMade.MODEL.refuses(false);
    }
  }

  @Test
  void oneGoesOnAtATime() {
    Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");

    String first = owner.api().post(path(owner), "{}").body().path("call_id").asText();
    String second = owner.api().post(path(owner), "{}").body().path("call_id").asText();

    over(owner, path(owner));
    if (!second.equals(first)) { // the first was over already
      assertThat(owner.api().get("/api/v1/calls/" + first).body().path("ended_at").isTextual())
          .isTrue();
    }
  }

  private static String path(Owner owner) {
    return "/api/v1/receptionists/"
        + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText()
        + "/drill";
  }

  private static JsonNode over(Owner owner, String path) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> owner.api().get(path).body().path("last"),
            drill -> drill.path("ended_at").isTextual());
  }
}
