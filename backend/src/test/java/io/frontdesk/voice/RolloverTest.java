package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A whole call with a simulated model whose sessions are shorter than it: when their time is over
/// it ends them as the real one does, and a call that had no other would end with them.
@Execution(ExecutionMode.CONCURRENT)
class RolloverTest {
  private static final int SESSION_S = 20;
  private static final int FRAMES_A_SECOND = 50;

  @Test
  void aCallThatOutlivesItsSessionIsOneCallAndNobodyHearsIt() {
    try (var service = RunningService.start(Map.of("sandbox.session-limit", SESSION_S + "s"))) {
      Rung rung = Rung.ring(service, "new_lead_books_visit", Rung.open(_ -> true));

      assertThat(rung.seen().at("/frames/sent").asInt())
          .as("longer than a session")
          .isGreaterThan(SESSION_S * FRAMES_A_SECOND);
      assertThat(rung.only("/api/v1/calls").path("state").asText()).isEqualTo("completed");
      assertThat(rung.call().path("outcome").asText()).isEqualTo("appointment_booked");
      assertThat(rung.only("/api/v1/appointments").path("name").asText()).isEqualTo("Anna Miller");
      assertThat(rung.words("caller")).isEqualTo(rung.seenWords("caller"));
      assertThat(rung.seenWords("receptionist"))
          .as("every word was heard, and none twice")
          .isEqualTo(rung.words("receptionist"))
          .doesNotHaveDuplicates();
      assertThat(rung.seen().path("clears")).isEmpty();
      assertThat(rung.seen().path("streams")).hasSize(1);
      assertThat(rung.seen().path("ended_by").asText()).isNotEqualTo("caller");
      assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
    }
  }
}
