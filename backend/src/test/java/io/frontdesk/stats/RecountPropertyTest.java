package io.frontdesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.stats.Past.Rang;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What the API says of calls is what a recount of their rows by the business's clock gives, around
/// changes of that clock.
class RecountPropertyTest {
  private static final RunningService SERVICE = RunningService.shared();

  /// A day on which a zone's clocks change, or one of the days about it.
  record Turn(String zone, LocalDate day) {}

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void theApiSaysWhatARecountGives(
      @ForAll("turns") Turn turn,
      @ForAll @IntRange(min = 1, max = 9) int days,
      @ForAll("calls") @Size(max = 40) List<Rang> offsets) {
    Owner owner = Owner.signUp(SERVICE, "Ace");
    owner.api().patch("/api/v1/business", "{'time_zone': '%s'}".formatted(turn.zone()));
    var zone = ZoneId.of(turn.zone());
    var span = Span.lastDays(days, turn.day(), zone);
    var calls = new ArrayList<Rang>();
    for (Rang call : offsets) {
      Instant at = span.from().plusSeconds(call.at().getEpochSecond());
      calls.add(new Rang(at, call.direction(), call.durationS()));
    }
    new Past(owner.tenant()).calls(calls);

    String query = "from=%s&to=%s".formatted(span.from(), span.to());
    var summary = owner.api().get("/api/v1/stats/summary?" + query).body();
    var series = owner.api().get("/api/v1/stats/timeseries?" + query).body();
    var heat = owner.api().get("/api/v1/stats/heatmap?" + query).body();

    List<Rang> here = calls.stream().filter(call -> in(span, call)).toList();
    List<Rang> before = calls.stream().filter(call -> in(span.before(zone), call)).toList();
    totals(summary, here, zone);
    totals(summary.path("previous"), before, zone);
    days(series.path("points"), here, zone, turn.day().minusDays(days - 1L), days);
    days(series.path("previous"), before, zone, turn.day().minusDays(2L * days - 1), days);
    hours(heat.path("days"), here, zone);
  }

  private static void totals(JsonNode totals, List<Rang> calls, ZoneId zone) {
    long answered = count(calls, call -> call.durationS() != null);
    long inbound = count(calls, RecountPropertyTest::inbound);
    assertThat(totals.path("total_calls").asLong()).isEqualTo(calls.size());
    assertThat(totals.path("inbound_calls").asLong()).isEqualTo(inbound);
    assertThat(totals.path("outbound_calls").asLong()).isEqualTo(calls.size() - inbound);
    assertThat(totals.path("answered_calls").asLong()).isEqualTo(answered);
    assertThat(totals.path("after_hours_calls").asLong())
        .isEqualTo(count(calls, call -> inbound(call) && !open(call.at().atZone(zone))));
    long talk =
        calls.stream().mapToLong(call -> call.durationS() == null ? 0 : call.durationS()).sum();
    assertThat(totals.path("average_duration_s").toString())
        .isEqualTo(answered == 0 ? "null" : "" + Math.round((double) talk / answered));
    long answeredInbound = count(calls, call -> inbound(call) && call.durationS() != null);
    assertThat(totals.path("answer_rate").toString())
        .isEqualTo(inbound == 0 ? "null" : "" + (double) answeredInbound / inbound);
  }

  private static void days(
      JsonNode points, List<Rang> calls, ZoneId zone, LocalDate first, int days) {
    assertThat(points).hasSize(days);
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      assertThat(points.get(i).path("date").asText()).isEqualTo(day.toString());
      assertThat(points.get(i).path("value").asLong())
          .as("%s in %s", day, zone)
          .isEqualTo(count(calls, call -> call.at().atZone(zone).toLocalDate().equals(day)));
    }
  }

  private static void hours(JsonNode week, List<Rang> calls, ZoneId zone) {
    assertThat(week).hasSize(7);
    for (DayOfWeek day : DayOfWeek.values()) {
      JsonNode row = week.get(day.getValue() - 1);
      assertThat(row.path("weekday").asText()).isEqualTo(day.name().toLowerCase(Locale.ROOT));
      assertThat(row.path("hours")).hasSize(24);
      for (int hour = 0; hour < 24; hour++) {
        int hourOfDay = hour;
        assertThat(row.path("hours").get(hour).asLong())
            .as("%s %d in %s", day, hour, zone)
            .isEqualTo(
                count(
                    calls,
                    call ->
                        call.at().atZone(zone).getDayOfWeek() == day
                            && call.at().atZone(zone).getHour() == hourOfDay));
      }
    }
  }

  private static long count(List<Rang> calls, Predicate<Rang> which) {
    return calls.stream().filter(which).count();
  }

  private static boolean in(Span span, Rang call) {
    return !call.at().isBefore(span.from()) && call.at().isBefore(span.to());
  }

  private static boolean inbound(Rang call) {
    return call.direction().equals("inbound");
  }

  /// The hours of a new business, told independently: Monday to Friday, nine to five.
  private static boolean open(ZonedDateTime local) {
    return local.getDayOfWeek().getValue() <= 5
        && !local.toLocalTime().isBefore(LocalTime.of(9, 0))
        && local.toLocalTime().isBefore(LocalTime.of(17, 0));
  }

  @Provide
  Arbitrary<Turn> turns() {
    Arbitrary<Turn> changes =
        Arbitraries.of(
            new Turn("America/New_York", LocalDate.of(2026, 3, 8)),
            new Turn("America/New_York", LocalDate.of(2026, 11, 1)),
            new Turn("Europe/Berlin", LocalDate.of(2026, 3, 29)),
            new Turn("Europe/Berlin", LocalDate.of(2026, 10, 25)),
            new Turn("Australia/Lord_Howe", LocalDate.of(2026, 4, 5)),
            new Turn("Australia/Lord_Howe", LocalDate.of(2026, 10, 4)),
            new Turn("America/Santiago", LocalDate.of(2026, 9, 6)),
            new Turn("Antarctica/Troll", LocalDate.of(2026, 10, 25)),
            new Turn("Africa/Cairo", LocalDate.of(2026, 10, 30)),
            new Turn("Asia/Kathmandu", LocalDate.of(2026, 6, 1)),
            new Turn("Asia/Kolkata", LocalDate.of(2026, 6, 1)),
            new Turn("Pacific/Chatham", LocalDate.of(2026, 9, 27)));
    return Combinators.combine(changes, Arbitraries.integers().between(-1, 3))
        .as((turn, later) -> new Turn(turn.zone(), turn.day().plusDays(later)));
  }

  /// Calls whose time counts from the start of the span: some lie before it, some after.
  @Provide
  Arbitrary<List<Rang>> calls() {
    Arbitrary<Long> at =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-12 * 86_400L, 12 * 86_400L),
            Arbitraries.longs().between(-12 * 48L, 12 * 48L).map(half -> half * 1800),
            Arbitraries.longs().between(-12 * 24L, 12 * 24L).map(hour -> hour * 3600 - 1));
    Arbitrary<Long> durations = Arbitraries.longs().between(-300, 900);
    return Combinators.combine(at, Arbitraries.of("inbound", "inbound", "outbound"), durations)
        .as(
            (second, direction, duration) ->
                new Rang(Instant.ofEpochSecond(second), direction, duration < 0 ? null : duration))
        .list();
  }
}
