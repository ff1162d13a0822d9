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
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A business of each trade, as it is on its first day, and a caller who wants what people want of
/// it.
@Execution(ExecutionMode.CONCURRENT)
class TradeScenariosTest {
  private static final Map<Industry, Rung> CALLS = new ConcurrentHashMap<>();

  /// No more callers at once than a small machine has time for.
  @BeforeAll
  static void ring() throws InterruptedException {
    var service = RunningService.shared();
    var threads = new ArrayList<Thread>();
    var lines = new Semaphore(4);
    for (Industry industry : Industry.values()) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    String trade = WireName.of(industry);
                    Owner owner = Owner.signUp(service, "Ace", trade);
                    owner.api().patch("/api/v1/business", Rung.open(_ -> true));
                    lines.acquireUninterruptibly();
                    try {
                      CALLS.put(industry, Rung.ring(owner, trade + "_caller"));
                    } finally {
                      lines.release();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
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
    ZoneId zone = Rung.noon();
    var tomorrow = LocalDate.now(zone).plusDays(1).getDayOfWeek();
    Owner owner = Owner.signUp(RunningService.shared(), "Ace", "law_firm");
    owner.api().patch("/api/v1/business", "{'time_zone': '%s'}".formatted(zone));
    owner.api().patch("/api/v1/business", Rung.open(day -> day != tomorrow));

    Rung rung = Rung.ring(owner, "law_firm_caller");

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
    return Optional.ofNullable(CALLS.get(industry)).orElseThrow();
  }
}
