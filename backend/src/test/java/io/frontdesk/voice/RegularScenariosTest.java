package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Callers who have booked before, who only want to know something, and who spell an address: whole
/// calls, with a model that speaks.
@Execution(ExecutionMode.CONCURRENT)
class RegularScenariosTest {
  private static final ZoneId ZONE = Rung.noon();

  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");

  @Test
  void aVisitIsMovedByWhoBookedIt() {
    open();
    String visit = booked(10);

    Rung rung = Rung.ring(owner, "moves_visit");

    JsonNode moved = rung.only("/api/v1/appointments");
    assertThat(moved.path("id").asText()).as("no second one is booked").isEqualTo(visit);
    assertThat(moved.path("starts_at").asText())
        .as(rung.turns().toString())
        .isEqualTo(tomorrow(14).toString());
    assertThat(moved.path("status").asText()).isEqualTo("booked");
    assertThat(rung.seenWords("receptionist")).anyMatch(words -> words.contains("Moved to"));
    assertThat(audited()).containsExactly("move");
  }

  @Test
  void aVisitIsCancelledByWhoBookedIt() {
    open();
    booked(10);

    Rung rung = Rung.ring(owner, "cancels_visit");

    assertThat(rung.only("/api/v1/appointments").path("status").asText())
        .as(rung.turns().toString())
        .isEqualTo("cancelled");
    assertThat(rung.seenWords("receptionist")).anyMatch(words -> words.contains("Cancelled: your"));
    assertThat(audited()).containsExactly("cancel");
  }

  @Test
  void aQuestionIsAnsweredFromWhatTheBusinessHasWritten() {
    String receptionist = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    var entry =
        owner
            .api()
            .post(
                "/api/v1/receptionists/%s/knowledge".formatted(receptionist),
                "{'kind': 'question', 'title': 'Do you have parking for bicycles?',"
                    + " 'text': 'Yes, behind the house, free for two hours.'}");
    assertThat(entry.status()).as(entry.text()).isEqualTo(201);

    Rung rung = Rung.ring(owner, "asks_a_question");

    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("behind the house, free for two hours"));
    rung.none("/api/v1/unanswered-questions");
    rung.none("/api/v1/messages");
    JsonNode uses =
        owner
            .api()
            .get("/api/v1/calls/%s/knowledge".formatted(rung.call().path("id").asText()))
            .body()
            .path("uses");
    assertThat(uses.findValuesAsText("entry_id")).contains(entry.body().path("id").asText());
  }

  @Test
  void whatNobodyHasWrittenIsNotedAsAQuestion() {
    Rung rung = Rung.ring(owner, "asks_a_question");

    assertThat(rung.only("/api/v1/unanswered-questions").path("question").asText())
        .as(rung.turns().toString())
        .containsIgnoringCase("parking");
  }

  @Test
  void aSpelledAddressIsReadBackAndKeptAsAgreed() {
    HandTalk.change(
        owner,
        "{'intake': [{'key': 'reach_by', 'question': 'What is your e-mail address?',"
            + " 'type': 'email', 'required': true}]}");

    Rung rung = Rung.ring(owner, "spells_email");

    JsonNode kept = rung.only("/api/v1/leads").at("/fields/reach_by");
    assertThat(kept.path("value").asText())
        .as(rung.turns().toString())
        .isEqualTo("anna.miller@example.com");
    assertThat(kept.path("verified").asBoolean()).isTrue();
    assertThat(tools(rung)).contains("update_intake", "take_message");
    assertThat(rung.only("/api/v1/messages").path("text").asText()).contains("sink");
  }

  private void open() {
    var changed = owner.api().patch("/api/v1/business", Rung.open(_ -> true));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().patch("/api/v1/business", "{'time_zone': '%s'}".formatted(ZONE));
  }

  /// A visit tomorrow, of whoever calls.
  private String booked(int hour) {
    var booked =
        owner
            .api()
            .post(
                "/api/v1/appointments",
                "{'starts_at': '%s', 'name': 'Anna Miller', 'phone': '+12125550142'}"
                    .formatted(tomorrow(hour)));
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    return booked.body().path("id").asText();
  }

  private static Instant tomorrow(int hour) {
    return LocalDate.now(ZONE).plusDays(1).atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
  }

  private List<String> audited() {
    return owner
        .api()
        .get("/api/v1/audit-log?resource=appointment")
        .body()
        .path("data")
        .findValuesAsText("action");
  }

  private static List<String> tools(Rung rung) {
    var tools = new ArrayList<String>();
    rung.turns()
        .forEach(
            turn -> turn.path("tool_calls").forEach(call -> tools.add(call.path("tool").asText())));
    return tools;
  }
}
