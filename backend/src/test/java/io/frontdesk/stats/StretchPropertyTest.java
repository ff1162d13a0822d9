package io.frontdesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.business.Business;
import io.frontdesk.business.Holiday;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Hours.Interval;
import io.frontdesk.business.Industry;
import io.frontdesk.business.RecordingConsent;
import io.frontdesk.business.StaffFirst;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stretches of time, in every zone there is: each instant is in the stretch of its own local day,
/// hour and opening.
class StretchPropertyTest {
  private static final Instant FIRST = Instant.parse("2012-07-01T00:00:00Z");
  private static final long SECONDS = Duration.ofDays(30 * 365).toSeconds();

  /// A zone and an instant, often within days of a change of its clocks.
  record Moment(ZoneId zone, Instant at) {}

  @Property(tries = 300)
  void anInstantIsInTheStretchOfItsLocalHour(
      @ForAll("moments") Moment moment, @ForAll @LongRange(min = 1, max = 864_000) long lengthS) {
    var business = business(moment.zone());
    var span = new Span(moment.at(), moment.at().plusSeconds(lengthS));
    var stretches = Stretch.of(span, business);
    var byStart = new TreeMap<Instant, Stretch>();
    stretches.forEach(stretch -> byStart.put(stretch.start(), stretch));

    assertThat(stretches).extracting(Stretch::start).isSorted().doesNotHaveDuplicates();
    assertThat(stretches.getFirst().start()).isEqualTo(span.from());
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plusSeconds(433)) {
      ZonedDateTime local = at.atZone(moment.zone());
      assertThat(byStart.floorEntry(at).getValue())
          .as("%s", local)
          .returns(local.toLocalDate(), Stretch::day)
          .returns(local.getHour(), Stretch::hour)
          .returns(business.isOpenAt(at), Stretch::open);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York,   2026-03-08, 23",
    "America/New_York,   2026-11-01, 25",
    "America/New_York,   2026-11-02, 24",
    "Europe/Berlin,      2026-03-29, 23",
    "Europe/Berlin,      2026-10-25, 25",
    "Asia/Kolkata,       2026-03-29, 24",
    "America/Santiago,   2026-09-06, 23",
    "Antarctica/Troll,   2026-10-25, 26",
  })
  void aDayHasAsManyHoursAsTheClocksLeaveIt(ZoneId zone, LocalDate day, int hours) {
    var span = Span.lastDays(1, day, zone);

    assertThat(Stretch.of(span, alwaysClosed(zone))).hasSize(hours);
    assertThat(span.days(zone)).containsExactly(day);
    assertThat(Duration.between(span.from(), span.to())).hasHours(hours);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York,    2026-11-04, 7",
    "America/New_York,    2026-11-04, 30",
    "Australia/Lord_Howe, 2026-11-04, 90",
    "Asia/Kolkata,        2026-11-04, 30",
    "America/Santiago,    2026-09-05, 5",
    "America/Santiago,    2026-09-06, 1",
    "America/Santiago,    2026-09-06, 7",
  })
  void thePeriodBeforeEndsWhereThePeriodBegins(ZoneId zone, LocalDate today, int days) {
    var span = Span.lastDays(days, today, zone);
    var before = span.before(zone);

    assertThat(before.to()).isEqualTo(span.from());
    assertThat(before.days(zone)).hasSize(days).doesNotContainAnyElementsOf(span.days(zone));
  }

  @Property(tries = 500)
  void inEveryZoneThePeriodBeforeIsAsManyDaysAndLeavesNoGap(
      @ForAll("moments") Moment moment, @ForAll @IntRange(min = 1, max = 90) int days) {
    var zone = moment.zone();
    var span = Span.lastDays(days, moment.at().atZone(zone).toLocalDate(), zone);
    var before = span.before(zone);

    assertThat(before.to()).isEqualTo(span.from());
    assertThat(before.days(zone)).hasSize(days);
    assertThat(span.days(zone)).hasSize(days);
  }

  @Provide
  Arbitrary<Moment> moments() {
    Arbitrary<ZoneId> zones = Arbitraries.of(zonesOfPlaces()).map(ZoneId::of);
    Arbitrary<Instant> any = Arbitraries.longs().between(0, SECONDS).map(FIRST::plusSeconds);
    Arbitrary<Long> before = Arbitraries.longs().between(0, 864_000);
    return Combinators.combine(zones, any, before, Arbitraries.of(true, true, false))
        .as((zone, at, early, near) -> new Moment(zone, near ? near(zone, at, early) : at));
  }

  /// Without those that a library adds for itself.
  private static List<String> zonesOfPlaces() {
    var known = Set.of(TimeZone.getAvailableIDs());
    return ZoneId.getAvailableZoneIds().stream().filter(known::contains).sorted().toList();
  }

  private static Instant near(ZoneId zone, Instant at, long earlyS) {
    var transition = zone.getRules().nextTransition(at);
    return transition == null ? at : transition.getInstant().minusSeconds(earlyS);
  }

  private static Business alwaysClosed(ZoneId zone) {
    var closed = new Hours(none(), none(), none(), none(), none(), none(), none());
    return business(zone, closed, List.of());
  }

  private static Business business(ZoneId zone) {
    var day = List.of(open("01:20", "02:45"), open("08:15", "12:00"), open("13:30", "00:00"));
    var hours = new Hours(day, day, none(), day, day, List.of(open("00:00", "00:00")), day);
    return business(
        zone,
        hours,
        List.of(new Holiday(LocalDate.of(2026, 3, 29), "A day", List.of(open("02:30", "03:30")))));
  }

  private static Business business(ZoneId zone, Hours hours, List<Holiday> holidays) {
    var fresh = Business.start(TenantId.create(), "Ace", Industry.SALON, zone, FIRST);
    return new Business(
        fresh.id(),
        fresh.tenantId(),
        fresh.name(),
        fresh.industry(),
        null,
        zone,
        hours,
        holidays,
        RecordingConsent.OFF,
        null,
        30,
        StaffFirst.NEVER,
        0,
        FIRST,
        FIRST);
  }

  private static Interval open(String opens, String closes) {
    return new Interval(LocalTime.parse(opens), LocalTime.parse(closes));
  }

  private static List<Interval> none() {
    return List.of();
  }
}
