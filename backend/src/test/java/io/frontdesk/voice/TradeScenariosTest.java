package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Industry;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.WireName;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A business of each trade, as it is on its first day, and a caller who wants what people want of
/// it.
class TradeScenariosTest {
  private static final String CLOSED = "closed on the day of the wish";
  private static final Map<String, Rung> CALLS = new ConcurrentHashMap<>();

  /// All callers ring at once.
  @BeforeAll
  static void ring() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (Industry industry : Industry.values()) {
      String trade = WireName.of(industry);
      threads.add(rings(trade, trade, Rung.open(_ -> true)));
    }
    ZoneId zone = Rung.noon();
    var tomorrow = LocalDate.now(zone).plusDays(1).getDayOfWeek();
    threads.add(
        rings(
            CLOSED,
            "law_firm",
            "{'time_zone': '%s'}".formatted(zone),
            Rung.open(day -> day != tomorrow)));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static Thread rings(String name, String trade, String... premises) {
    return Thread.ofVirtual()
        .start(
            () -> {
              Owner owner = Owner.signUp(RunningService.shared(), "Ace", trade);
              for (String patch : premises) {
                owner.api().patch("/api/v1/business", patch);
              }
              CALLS.put(name, Rung.ring(owner, trade + "_caller"));
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ELDER_CHECKIN")
  void aCallerBooks(Industry industry) {
    Rung rung = rung(industry);

    assertThat(rung.call().path("outcome").asText())
        .as(rung.turns().toString())
        .isEqualTo("appointment_booked");
    JsonNode lead = rung.only("/api/v1/leads");
    assertThat(lead.path("name").asText())
        .isEqualTo(rung.only("/api/v1/appointments").path("name").asText());
  }

  /// What one trade's caller answers to "what is it about?" is not what "how about Monday?" wants.
  @Test
  void aCallerTakesWhatIsOfferedWhereItIsClosedOnTheDayOfTheirWish() {
    Rung rung = rung(CLOSED);

    assertThat(rung.call().path("outcome").asText())
        .as(rung.turns().toString())
        .isEqualTo("appointment_booked");
  }

  @Test
  void aBrokersQuestionsAreAnswered() {
    JsonNode fields = rung(Industry.MORTGAGE).only("/api/v1/leads").path("fields");

    assertThat(fields.at("/loan_type/value").asText()).isEqualTo("purchase");
    assertThat(fields.at("/property_value/value").asText())
        .containsIgnoringCase("four hundred thousand");
    assertThat(fields.at("/credit_score/value").asText()).isEqualTo("excellent");
  }

  @Test
  void anOlderPersonsWishIsPassedOn() {
    Rung rung = rung(Industry.ELDER_CHECKIN);

    JsonNode message = rung.only("/api/v1/messages");
    assertThat(message.path("from_name").asText()).isEqualTo("Ruth Adler");
    assertThat(message.path("text").asText()).contains("visit me");
  }

  @Test
  void aBusinessPractisesWithCallersOfItsOwnTrade() {
    var scenarios =
        rung(Industry.MORTGAGE)
            .owner()
            .api()
            .get("/api/v1/sandbox")
            .body()
            .path("scenarios")
            .findValuesAsText("id");

    assertThat(scenarios)
        .contains("new_lead_books_visit", "is_in_danger", "mortgage_caller")
        .doesNotContain("salon_caller");
  }

  private static Rung rung(Industry industry) {
    return rung(WireName.of(industry));
  }

  private static Rung rung(String name) {
    return Optional.ofNullable(CALLS.get(name)).orElseThrow();
  }
}
