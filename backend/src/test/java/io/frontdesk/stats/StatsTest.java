package io.frontdesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.stats.Past.Rang;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statistics over the API.
class StatsTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final Past past = new Past(owner.tenant());
  private final Instant now = Instant.now();

  @Test
  void aNewBusinessHasZerosAndNothingToDivideBy() {
    var summary = owner.api().get("/api/v1/stats/summary").body();

    assertThat(summary.path("period").asText()).isEqualTo("30d");
    assertThat(summary.path("time_zone").asText()).isEqualTo(ZONE.getId());
    assertThat(summary.path("total_calls").asInt(-1)).isZero();
    assertThat(summary.path("voicemails").asInt(-1)).isZero();
    for (String field :
        List.of("average_duration_s", "answer_rate", "transfer_success_rate", "cost")) {
      assertThat(summary.path(field).toString()).as(field).isEqualTo("null");
    }
    assertThat(summary.at("/previous/total_calls").asInt(-1)).isZero();
  }

  @Test
  void thisWeekAndTheWeekBeforeStandSideBySide() {
    past.calls(
        List.of(
            new Rang(now, "inbound", 60L),
            new Rang(now, "outbound", null),
            new Rang(now.minus(Duration.ofDays(7)), "inbound", 90L),
            new Rang(now.minus(Duration.ofDays(20)), "inbound", 90L)));
    past.lead(now);
    past.message(now.minus(Duration.ofDays(7)));

    var summary = owner.api().get("/api/v1/stats/summary?period=7d").body();

    assertThat(summary.path("total_calls").asInt()).isEqualTo(2);
    assertThat(summary.path("inbound_calls").asInt()).isEqualTo(1);
    assertThat(summary.path("answer_rate").asDouble()).isEqualTo(1.0);
    assertThat(summary.path("average_duration_s").asInt()).isEqualTo(60);
    assertThat(summary.path("leads_generated").asInt()).isEqualTo(1);
    assertThat(summary.at("/previous/total_calls").asInt()).isEqualTo(1);
    assertThat(summary.at("/previous/messages_taken").asInt()).isEqualTo(1);
  }

  @Test
  void everyDayOfAPeriodIsThereInOrder() {
    past.lead(now);

    for (int days : List.of(7, 30, 90)) {
      var series = series("metric=leads_generated&period=%dd".formatted(days));
      LocalDate today = now.atZone(ZONE).toLocalDate();

      assertThat(series.path("points").findValuesAsText("date"))
          .hasSize(days)
          .isSorted()
          .endsWith(today.toString())
          .startsWith(today.minusDays(days - 1L).toString());
      assertThat(series.path("previous")).hasSize(days);
      assertThat(series.path("points").get(days - 1).path("value").asInt()).isEqualTo(1);
      assertThat(series.path("points").get(0).path("value").asInt(-1)).isZero();
    }
  }

  @Test
  void weeksBeginOnMondaysAndMonthsOnTheFirst() {
    past.calls(List.of(new Rang(Instant.parse("2026-03-01T12:00:00Z"), "inbound", null)));
    String span = "from=2026-02-26T05:00:00Z&to=2026-03-10T04:00:00Z";

    assertThat(series("group_by=week&" + span).path("points").toString())
        .isEqualTo(
            """
            [{"date":"2026-02-23","value":1},{"date":"2026-03-02","value":0},\
            {"date":"2026-03-09","value":0}]\
            """);
    assertThat(series("group_by=month&" + span).path("points").toString())
        .isEqualTo(
            """
            [{"date":"2026-02-01","value":0},{"date":"2026-03-01","value":1}]\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "calls, 3",
    "inbound_calls, 2",
    "outbound_calls, 1",
    "answered_calls, 1",
    "leads_generated, 1",
    "messages_taken, 1",
    "appointments_booked, 0",
  })
  void eachNumberOfTheSummaryHasItsSeries(String metric, int sum) {
    past.calls(
        List.of(
            new Rang(now, "inbound", 60L),
            new Rang(now, "inbound", null),
            new Rang(now, "outbound", null)));
    past.lead(now);
    past.message(now);

    var values = series("metric=" + metric).path("points").findValues("value");

    assertThat(values.stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(sum);
  }

  @Test
  void theEarlierApiHasTheLast30Days() {
    past.calls(
        List.of(
            new Rang(now, "inbound", 60L),
            new Rang(now.minus(Duration.ofDays(28)), "outbound", null),
            new Rang(now.minus(Duration.ofDays(31)), "inbound", 60L)));
    past.lead(now);

    assertThat(owner.api().get("/api/v1/voice/call-stats").body().toString())
        .isEqualTo(
            """
            {"total_calls":2,"inbound_calls":1,"outbound_calls":1,"leads_generated":1,\
            "period":"last_30_days"}\
            """);
  }

  @Test
  void anotherTenantsCallsDoNotCount() {
    new Past(Owner.signUp(service, "Best Plumbing").tenant())
        .calls(List.of(new Rang(now, "inbound", 60L)));

    assertThat(owner.api().get("/api/v1/stats/summary").body().path("total_calls").asInt(-1))
        .isZero();
    assertThat(service.api().get("/api/v1/stats/summary").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summary?period=8d                                                     | 422 | /period",
        "summary?period=7d&from=2026-01-01T00:00:00Z                           | 422 | /period",
        "summary?to=2026-01-01T00:00:00Z                                       | 422 | /from",
        "heatmap?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z             | 422 | /to",
        "heatmap?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z             | 422 | /to",
        "timeseries?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z          | 422 | /to",
        "timeseries?from=-999999999-01-01T00:00:00Z&to=2026-01-01T00:00:00Z    | 422 | /from",
        "timeseries?from=2026-01-01T00:00:00Z&to=%2B999999999-01-01T00:00:00Z  | 422 | /to",
        "summary?from=yesterday                                                | 400 | /from",
        "timeseries?metric=money                                               | 400 | /metric",
        "timeseries?group_by=blink                                             | 400 | /group_by",
      })
  void aBadQueryIsPointedAt(String query, int status, String pointer) {
    var answer = owner.api().get("/api/v1/stats/" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
  }

  private JsonNode series(String query) {
    var answer = owner.api().get("/api/v1/stats/timeseries?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }
}
