package io.frontdesk.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.appointment.Availability.Busy;
import io.frontdesk.business.Business;
import io.frontdesk.business.Industry;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Free times, by the business's own clock, whatever daylight saving does.
class AvailabilityTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void anOfficeDayHasAStartEveryHalfHour() {
    var starts = day("America/New_York", LocalDate.of(2026, 11, 24), HOUR, List.of());

    assertThat(starts).hasSize(15);
    assertThat(starts.getFirst()).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
    assertThat(starts.getLast()).as("over at five").isEqualTo("2026-11-24T21:00:00Z");
  }

  @Test
  void aBookingTakesEveryStartThatWouldOverlapIt() {
    var busy =
        new Busy(Instant.parse("2026-11-24T15:00:00Z"), Instant.parse("2026-11-24T16:00:00Z"));

    var starts = day("America/New_York", LocalDate.of(2026, 11, 24), HOUR, List.of(busy));

    assertThat(starts)
        .hasSize(12)
        .contains(Instant.parse("2026-11-24T14:00:00Z"), Instant.parse("2026-11-24T16:00:00Z"))
        .doesNotContain(
            Instant.parse("2026-11-24T14:30:00Z"),
            Instant.parse("2026-11-24T15:00:00Z"),
            Instant.parse("2026-11-24T15:30:00Z"));
  }

  @Test
  void sundaysAreClosed() {
    assertThat(day("Europe/Berlin", LocalDate.of(2026, 11, 22), HOUR, List.of())).isEmpty();
  }

  /// Days around which the clocks change in four zones, and ordinary ones.
  @Property(tries = 300)
  void whatIsOfferedIsOpenFreeAndComplete(
      @ForAll("zones") String zone,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 1, max = 16) int quarters,
      @ForAll @Size(max = 4) List<@IntRange(max = 40) Integer> bookings) {
    Duration length = Duration.ofMinutes(15L * quarters);
    Instant midnight = day.atStartOfDay(ZoneId.of(zone)).toInstant();
    var busy = new ArrayList<Busy>();
    for (int halfHours : bookings) {
      Instant from = midnight.plus(Duration.ofMinutes(30L * halfHours));
      busy.add(new Busy(from, from.plus(Duration.ofMinutes(45))));
    }

    var starts = day(zone, day, length, busy);

    for (Instant start : starts) {
      ZonedDateTime local = start.atZone(ZoneId.of(zone));
      ZonedDateTime end = start.plus(length).atZone(ZoneId.of(zone));
      assertThat(local.toLocalTime()).isAfterOrEqualTo(LocalTime.of(9, 0));
      assertThat(end.toLocalTime()).isBeforeOrEqualTo(LocalTime.of(17, 0));
      assertThat(end.toLocalDate()).isEqualTo(day);
      assertThat(busy).noneMatch(taken -> taken.overlaps(start, start.plus(length)));
    }
    assertThat(starts).isEqualTo(byLookingAtEveryMinute(zone, day, length, busy));
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Tokyo");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.of(
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 11, 1))
        .flatMap(change -> Arbitraries.integers().between(-3, 3).map(change::plusDays));
  }

  /// The same by brute force: each minute of the day is tried.
  private static List<Instant> byLookingAtEveryMinute(
      String zone, LocalDate day, Duration length, List<Busy> busy) {
    Business business = business(zone);
    var starts = new ArrayList<Instant>();
    Instant midnight = day.atStartOfDay(ZoneId.of(zone)).toInstant();
    for (int minute = 0; minute < 25 * 60; minute++) {
      Instant start = midnight.plus(Duration.ofMinutes(minute));
      Instant last = start.plus(length).minusSeconds(60);
      boolean onGrid = start.atZone(ZoneId.of(zone)).getMinute() % 30 == 0;
      boolean open = business.isOpenAt(start) && business.isOpenAt(last);
      boolean today = start.atZone(ZoneId.of(zone)).toLocalDate().equals(day);
      if (onGrid
          && open
          && today
          && busy.stream().noneMatch(taken -> taken.overlaps(start, start.plus(length)))) {
        starts.add(start);
      }
    }
    return starts;
  }

  private static List<Instant> day(String zone, LocalDate day, Duration length, List<Busy> busy) {
    ZoneId there = ZoneId.of(zone);
    return Availability.starts(
        business(zone),
        length,
        busy,
        day.atStartOfDay(there).toInstant(),
        day.plusDays(1).atStartOfDay(there).toInstant());
  }

  private static Business business(String zone) {
    return Business.start(
        TenantId.create(), "Ace", Industry.HOME_SERVICES, ZoneId.of(zone), Instant.EPOCH);
  }
}
