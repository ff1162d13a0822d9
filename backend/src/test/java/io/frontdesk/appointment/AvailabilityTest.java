package io.frontdesk.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.appointment.Availability.Task;
import io.frontdesk.business.Business;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Industry;
import io.frontdesk.business.RecordingConsent;
import io.frontdesk.business.StaffFirst;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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

  @Test
  void whatIsKeptFreeAroundItNeedsRoomToo() {
    var day = LocalDate.of(2026, 11, 24);
    var task = new Task(Duration.ofMinutes(15), HOUR, Duration.ofMinutes(30));
    var busy =
        new Busy(Instant.parse("2026-11-24T17:00:00Z"), Instant.parse("2026-11-24T18:00:00Z"));

    var starts = day("America/New_York", day, null, task, List.of(busy));

    assertThat(starts)
        .as("over half an hour before noon, and a quarter of an hour after one")
        .contains(Instant.parse("2026-11-24T15:30:00Z"), Instant.parse("2026-11-24T18:30:00Z"))
        .doesNotContain(
            Instant.parse("2026-11-24T16:00:00Z"), Instant.parse("2026-11-24T18:00:00Z"));
    assertThat(starts.getFirst()).as("nothing before opening").isEqualTo("2026-11-24T14:00:00Z");
    assertThat(starts.getLast()).as("buffers may lie outside").isEqualTo("2026-11-24T21:00:00Z");
  }

  @Test
  void whoHasHoursOfTheirOwnWorksInThoseWhileTheBusinessIsOpen() {
    var early = List.of(new Hours.Interval(LocalTime.of(7, 0), LocalTime.of(11, 0)));
    var late = List.of(new Hours.Interval(LocalTime.of(16, 0), LocalTime.of(20, 0)));
    var own = new Hours(early, late, List.of(), early, early, early, early);
    var task = new Task(Duration.ZERO, HOUR, Duration.ZERO);

    var monday = day("Europe/Berlin", LocalDate.of(2026, 11, 23), own, task, List.of());
    var tuesday = day("Europe/Berlin", LocalDate.of(2026, 11, 24), own, task, List.of());
    var wednesday = day("Europe/Berlin", LocalDate.of(2026, 11, 25), own, task, List.of());

    assertThat(monday)
        .containsExactly(
            Instant.parse("2026-11-23T08:00:00Z"),
            Instant.parse("2026-11-23T08:30:00Z"),
            Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(tuesday).containsExactly(Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(wednesday).as("a day off").isEmpty();
  }

  /// The rows of the resource were worked out by looking at what the clock on the wall reads in
  /// each minute, by another implementation of the time zones.
  @ParameterizedTest
  @CsvFileSource(resources = "/slots/daylight-saving.csv", delimiter = '|')
  void startsAreRightWhereTheClocksChange(
      String zone,
      LocalDate day,
      LocalTime opens,
      LocalTime closes,
      int minutes,
      @Nullable String starts) {
    var open = List.of(new Hours.Interval(opens, closes));
    Business always =
        business(zone)
            .with(
                new Business.Profile(
                    "Ace",
                    Industry.HOME_SERVICES,
                    null,
                    ZoneId.of(zone),
                    new Hours(open, open, open, open, open, open, open),
                    List.of(),
                    RecordingConsent.OFF,
                    null,
                    30,
                    StaffFirst.NEVER));
    Instant begin = day.atStartOfDay(ZoneId.of(zone)).toInstant();

    var found =
        Availability.starts(
            new WorkingHours(always, null),
            new Task(Duration.ZERO, Duration.ofMinutes(minutes), Duration.ZERO),
            List.of(),
            begin,
            day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());

    assertThat(found)
        .isEqualTo(
            starts == null
                ? List.of()
                : Stream.of(starts.split(" ", -1)).map(AvailabilityTest::instant).toList());
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
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
    return day(zone, day, null, new Task(Duration.ZERO, length, Duration.ZERO), busy);
  }

  private static List<Instant> day(
      String zone, LocalDate day, @Nullable Hours own, Task task, List<Busy> busy) {
    ZoneId there = ZoneId.of(zone);
    return Availability.starts(
        new WorkingHours(business(zone), own),
        task,
        busy,
        day.atStartOfDay(there).toInstant(),
        day.plusDays(1).atStartOfDay(there).toInstant());
  }

  private static Business business(String zone) {
    return Business.start(
        TenantId.create(), "Ace", Industry.HOME_SERVICES, ZoneId.of(zone), Instant.EPOCH);
  }
}
