package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// A whole call over a simulated line, held turn by turn by a simulated chat model. A simulated
/// caller has no more than 45 seconds, so the receptionist is brief.
class TurnBasedScenarioTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aNewLeadBooksAVisit() {
    Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");
    owner.api().patch("/api/v1/business", Rung.open(_ -> true));
    HandTalk.change(
        owner, "{'engine': 'turn_based', 'greeting': 'Ace Garage Doors, hello?', 'intake': []}");

    Rung rung = Rung.ring(owner, "new_lead_books_visit");

    assertThat(rung.call().path("engine").asText()).isEqualTo("turn_based");
    assertThat(rung.call().path("state").asText()).isEqualTo("completed");
    assertThat(rung.call().path("outcome").asText()).isEqualTo("appointment_booked");
    JsonNode appointment = rung.only("/api/v1/appointments");
    assertThat(appointment.path("name").asText()).isEqualTo("Anna Miller");
    assertThat(appointment.path("phone").asText()).isEqualTo("+12125550142");
    assertThat(Instant.parse(appointment.path("starts_at").asText()))
        .isEqualTo(
            Instant.parse(rung.call().path("started_at").asText())
                .atZone(NEW_YORK)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.of(10, 0))
                .atZone(NEW_YORK)
                .toInstant());
    JsonNode lead = rung.only("/api/v1/leads");
    assertThat(lead.path("name").asText()).isEqualTo("Anna Miller");
    assertThat(rung.words("caller")).as("what was understood").isNotEmpty();
    assertThat(rung.seenWords("caller")).containsAll(rung.words("caller"));
    assertThat(rung.seen().path("warnings").findValuesAsText("code")).isEmpty();
    JsonNode items = rung.call().at("/cost/items");
    assertThat(items.findValuesAsText("kind")).contains("chat", "transcription");
    assertThat(items)
        .filteredOn(item -> item.path("kind").asText().equals("chat"))
        .allMatch(item -> item.path("amount_micros").asLong() > 0);
  }
}
