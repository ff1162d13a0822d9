package io.frontdesk.appointment;

import io.frontdesk.business.Business;
import io.frontdesk.business.Hours.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a business could take something on: its opening hours, by its own clock, less what is
/// booked. Pure arithmetic.
final class Availability {
  /// How far apart the starts are that are offered.
  static final Duration GRID = Duration.ofMinutes(30);

  private static final Duration FARTHEST = Duration.ofDays(2 * 365);

  private Availability() {}

  /// Time that is taken.
  record Busy(Instant from, Instant to) {
    boolean overlaps(Instant start, Instant end) {
      return start.isBefore(to) && from.isBefore(end);
    }
  }

  /// Time in which the business is open without a break.
  record Open(Instant from, Instant to) {}

  /// The starts at which something of this length fits, in order: every half hour from each opening
  /// on, not before `from`, and over by closing time and by `to`.
  static List<Instant> starts(
      Business business, Duration length, List<Busy> busy, Instant from, Instant to) {
    var starts = new ArrayList<Instant>();
    for (Open open : openings(business, from, to)) {
      Instant start = open.from();
      while (!start.plus(length).isAfter(open.to())) {
        Instant begin = start;
        Instant end = start.plus(length);
        boolean inRange = !begin.isBefore(from) && !end.isAfter(to);
        if (inRange && busy.stream().noneMatch(taken -> taken.overlaps(begin, end))) {
          starts.add(begin);
        }
        start = start.plus(GRID);
      }
    }
    return starts;
  }

  /// Why nothing can be booked from `start` to `end`, whatever else is booked; null if it can.
  static @Nullable String objection(Business business, Instant start, Instant end, Instant now) {
    if (start.isBefore(now)) {
      return "is in the past";
    }
    if (start.isAfter(now.plus(FARTHEST))) {
      return "is more than two years ahead";
    }
    return isOpen(business, start, end)
        ? null
        : "is outside opening hours, or does not end within them";
  }

  /// Whether the business is open from `start` to `end` without a break.
  static boolean isOpen(Business business, Instant start, Instant end) {
    return openings(business, start, end).stream()
        .anyMatch(open -> !start.isBefore(open.from()) && !end.isAfter(open.to()));
  }

  /// The openings of all local days that `from` to `to` touches. An opening that begins or ends at
  /// a local time that daylight saving skips begins or ends when the clocks have changed.
  private static List<Open> openings(Business business, Instant from, Instant to) {
    ZoneId zone = business.timeZone();
    LocalDate last = to.atZone(zone).toLocalDate();
    var openings = new ArrayList<Open>();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Interval interval : business.intervalsOn(day)) {
        Instant opens = at(day, interval.opensMinute(), zone);
        Instant closes = at(day, interval.closesMinute(), zone);
        if (opens.isBefore(closes)) {
          openings.add(new Open(opens, closes));
        }
      }
    }
    return openings;
  }

  private static Instant at(LocalDate day, int minute, ZoneId zone) {
    return day.plusDays(minute / (24 * 60))
        .atTime(minute / 60 % 24, minute % 60)
        .atZone(zone)
        .toInstant();
  }
}
