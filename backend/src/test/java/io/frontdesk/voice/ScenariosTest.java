package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whole calls, from the caller's first word to the lead: a simulated caller rings over a simulated
/// line, a simulated model answers, and everything between them is the product. Both hear only what
/// is in the audio that reached them.
class ScenariosTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String REFUSED = "new_lead_books_visit, but not on the day it wished for";

  private static final Map<String, Rung> CALLS = new ConcurrentHashMap<>();

  /// All callers ring at once, each another business.
  @BeforeAll
  static void ring() throws InterruptedException {
    var service = RunningService.shared();
    var scenarios =
        List.of(
            "new_lead_books_visit",
            "message_after_hours",
            "caller_interrupts",
            "hangs_up_mid_word",
            "says_nothing");
    var threads = new ArrayList<Thread>();
    for (String id : scenarios) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> CALLS.put(id, Rung.ring(service, id, Rung.open(_ -> true)))));
    }
    DayOfWeek tomorrow = LocalDate.now(NEW_YORK).plusDays(1).getDayOfWeek();
    String closedThen = Rung.open(day -> day != tomorrow);
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> CALLS.put(REFUSED, Rung.ring(service, "new_lead_books_visit", closedThen))));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void aNewLeadBooksAVisit() {
    Rung rung = rung("new_lead_books_visit");

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
    assertThat(rung.call().path("appointment_id")).isEqualTo(appointment.path("id"));
    JsonNode lead = rung.only("/api/v1/leads");
    assertThat(lead.path("name").asText()).isEqualTo("Anna Miller");
    assertThat(lead.path("phone").asText()).isEqualTo("+12125550142");
    assertThat(lead.path("status").asText()).isEqualTo("new");
    assertThat(lead.at("/fields/address/value").asText()).containsIgnoringCase("oak street");
    assertThat(lead.at("/fields/issue/value").asText()).containsIgnoringCase("sink");
    assertThat(lead.path("call_ids").get(0)).isEqualTo(rung.call().path("id"));
    assertThat(rung.call().path("lead_id")).isEqualTo(lead.path("id"));
    rung.none("/api/v1/messages");
    bothSidesHeardEachOther(rung);
    assertThat(rung.seen().path("ended_by").asText())
        .as("the receptionist hung up, after its goodbye was heard")
        .isNotEqualTo("caller");
    assertThat(rung.seenWords("receptionist").getLast()).contains("Goodbye.");
  }

  @Test
  void aVisitIsBookedThoughTheDayWishedForIsRefused() {
    Rung rung = rung(REFUSED);

    JsonNode appointment = rung.only("/api/v1/appointments");
    assertThat(Instant.parse(appointment.path("starts_at").asText()))
        .as("the first time that was offered")
        .isEqualTo(
            Instant.parse(rung.call().path("started_at").asText())
                .atZone(NEW_YORK)
                .toLocalDate()
                .plusDays(2)
                .atTime(LocalTime.of(8, 0))
                .atZone(NEW_YORK)
                .toInstant());
    bothSidesHeardEachOther(rung);
    assertThat(rung.words("receptionist")).as("it does not ask on and on").hasSizeLessThan(10);
  }

  @Test
  void aMessageIsTakenAfterHours() {
    Rung rung = rung("message_after_hours");

    assertThat(rung.call().path("outcome").asText()).isEqualTo("message_taken");
    JsonNode message = rung.only("/api/v1/messages");
    assertThat(message.path("from_name").asText()).isEqualTo("Tom Baker");
    assertThat(message.path("from_phone").asText()).isEqualTo("+12125550157");
    assertThat(message.path("text").asText()).contains("boiler");
    assertThat(message.path("status").asText()).isEqualTo("open");
    assertThat(message.path("call_id")).isEqualTo(rung.call().path("id"));
    rung.none("/api/v1/appointments");
    bothSidesHeardEachOther(rung);
  }

  @Test
  void aCallerTalksOverTheGreeting() {
    Rung rung = rung("caller_interrupts");

    JsonNode cut =
        StreamSupport.stream(rung.turns().spliterator(), false)
            .filter(turn -> turn.path("interrupted").asBoolean())
            .findFirst()
            .orElseThrow();
    String heard = cut.path("heard_text").asText();
    assertThat(cut.path("text").asText()).startsWith(heard).isNotEqualTo(heard);
    assertThat(rung.seen().at("/frames/clears").asInt()).isPositive();
    String played = rung.seenWords("receptionist").getFirst();
    assertThat(cut.path("text").asText()).startsWith(played.strip());
    assertThat(Math.abs(played.length() - heard.length()))
        .as("what was played, `%s`, and what is recorded as heard, `%s`", played, heard)
        .isLessThanOrEqualTo(12);
    assertThat(rung.only("/api/v1/messages").path("from_name").asText()).isEqualTo("Joe Carter");
  }

  @Test
  void aCallerHangsUpInMidWord() {
    Rung rung = rung("hangs_up_mid_word");

    assertThat(rung.call().path("state").asText()).isEqualTo("completed");
    assertThat(rung.seen().path("ended_by").asText()).isEqualTo("caller");
    assertThat(rung.words("caller").getLast())
        .as("the last words were not lost")
        .startsWith("Well, it is about");
    rung.none("/api/v1/appointments");
    rung.none("/api/v1/messages");
  }

  @Test
  void aCallerWhoSaysNothingIsAskedAndThenLetGo() {
    Rung rung = rung("says_nothing");

    assertThat(rung.call().path("outcome").asText()).isEqualTo("silent");
    assertThat(rung.words("caller")).isEmpty();
    assertThat(rung.words("receptionist"))
        .anyMatch(words -> words.contains("still there"))
        .anyMatch(words -> words.contains("Goodbye"));
    rung.none("/api/v1/leads");
  }

  @Test
  void noFrameWasLostOrOutOfPlace() {
    assertThat(CALLS.values())
        .hasSize(6)
        .allSatisfy(
            rung -> {
              assertThat(rung.seen().at("/frames/refused").asInt()).isZero();
              assertThat(rung.seen().at("/frames/lost").asInt()).isZero();
              // Twilio notes each stream that the server closes, as it does at a goodbye.
              assertThat(rung.seen().path("warnings").findValuesAsText("code"))
                  .allMatch("31921"::equals);
              assertThat(rung.seenWords("receptionist")).noneMatch(w -> w.contains("\uFFFD"));
              assertThat(rung.words("caller")).noneMatch(w -> w.contains("\uFFFD"));
              assertThat(rung.seen().at("/frames/sent").asInt())
                  .as("frames of 20 ms, on a line whose clock is no faster than life")
                  .isLessThanOrEqualTo((rung.seen().path("duration_s").asInt() + 1) * 50);
            });
  }

  /// The simulated carrier tells it some seconds after the call, as Twilio does after some minutes.
  @Test
  void whatTheTelephoneTookIsKnownOnceTheCarrierTells() {
    Rung rung = rung("hangs_up_mid_word");
    String path = "/api/v1/calls/" + rung.call().path("id").asText();

    await()
        .untilAsserted(
            () -> {
              JsonNode items = rung.owner().api().get(path).body().at("/cost/items");
              assertThat(items.get(items.size() - 1).path("kind").asText()).isEqualTo("telephone");
              assertThat(items.get(items.size() - 1).path("amount_micros").asInt())
                  .isEqualTo(8_500);
            });
  }

  /// The first words of each answer come soon after the caller's last; how soon stands beside them.
  @Test
  void eachAnswerSaysHowLongTheCallerWaitedForIt() {
    Rung rung = rung("new_lead_books_visit");
    JsonNode latency = rung.call().path("latency");
    var replies =
        StreamSupport.stream(rung.turns().spliterator(), false)
            .filter(turn -> turn.path("reply_ms").isInt())
            .toList();

    assertThat(replies)
        .hasSizeGreaterThan(3)
        .allMatch(turn -> turn.path("speaker").asText().equals("receptionist"));
    assertThat(latency.path("answer_ms").asInt()).isPositive();
    assertThat(latency.path("reply_p95_ms").asInt())
        .isBetween(
            latency.path("reply_median_ms").asInt(), latency.path("reply_slowest_ms").asInt());
  }

  /// Given what was written down of it, and nothing else, each call goes the same way again.
  @Test
  void everyCallReplaysFromItsLog() {
    assertThat(CALLS.values())
        .allSatisfy(
            rung -> {
              var events = rung.events();
              assertThat(Replay.of(events).firstDifference()).isEmpty();
              assertThat(events).hasSizeGreaterThan(8);
              assertThat(events.getFirst().type()).isEqualTo("begun");
              assertThat(events.getLast().effects().getLast().path("type").asText())
                  .isEqualTo("close");
            });
  }

  @Test
  void oneBusinessSeesNothingOfAnothersCalls() {
    Rung rung = rung("new_lead_books_visit");
    Owner other = rung("says_nothing").owner();
    String id = rung.call().path("id").asText();

    assertThat(other.api().get("/api/v1/calls/" + id).status()).isEqualTo(404);
    assertThat(other.api().get("/api/v1/calls/" + id + "/transcript").status()).isEqualTo(404);
    assertThat(
            other
                .api()
                .get("/api/v1/sandbox/calls/" + rung.call().path("call_sid").asText())
                .status())
        .isEqualTo(404);
  }

  /// What the caller said is what the transcript says, and what the transcript says the
  /// receptionist said is what the caller heard.
  private static void bothSidesHeardEachOther(Rung rung) {
    assertThat(rung.words("caller")).isEqualTo(rung.seenWords("caller"));
    assertThat(rung.seenWords("receptionist")).isEqualTo(rung.words("receptionist"));
  }

  private static Rung rung(String scenario) {
    return Optional.ofNullable(CALLS.get(scenario)).orElseThrow();
  }
}
