package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whole calls of a business that lets each of them cost next to nothing.
@Execution(ExecutionMode.CONCURRENT)
class SpendLimitTest {
  private static final String LEAVE = "we have to end this call now";

  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");

  @Test
  void theReceptionistTakesLeaveOnceTheCallHasCostAsMuchAsOneMay() {
    owner.api().patch("/api/v1/business", Rung.open(_ -> true));
    HandTalk.change(owner, "{'limits': {'spend': {'amount_micros': 1, 'currency': 'USD'}}}");

    Rung rung = Rung.ring(owner, "new_lead_books_visit");

    assertThat(rung.seenWords("receptionist"))
        .as("it is said, and heard")
        .anyMatch(words -> words.contains(LEAVE));
    assertThat(rung.call().path("state").asText()).isEqualTo("completed");
    assertThat(rung.call().at("/cost/amount_micros").asLong()).isPositive();
    assertThat(rung.events()).anyMatch(event -> event.type().equals("budget_spent"));
    assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
  }

  @Test
  void aCallThatCostsLessGoesOn() {
    owner.api().patch("/api/v1/business", Rung.open(_ -> true));
    HandTalk.change(
        owner, "{'limits': {'spend': {'amount_micros': 900000000, 'currency': 'USD'}}}");

    Rung rung = Rung.ring(owner, "new_lead_books_visit");

    assertThat(rung.call().path("outcome").asText()).isEqualTo("appointment_booked");
    assertThat(rung.seenWords("receptionist")).noneMatch(words -> words.contains(LEAVE));
  }
}
