package io.frontdesk.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// From an instant, included, to a later one, left out.
record Span(Instant from, Instant to) {
  /// The last `days` local days, today among them: from the first one's start to today's end.
  static Span lastDays(int days, LocalDate today, ZoneId zone) {
    return new Span(
        today.minusDays(days - 1L).atStartOfDay(zone).toInstant(),
        today.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// What this is compared with: the same local times, as many local days earlier as it touches.
  Span before(ZoneId zone) {
    long days = ChronoUnit.DAYS.between(firstDay(zone), lastDay(zone)) + 1;
    return new Span(earlier(from, days, zone), earlier(to, days, zone));
  }

  /// The same local time so many days earlier; the start of a day, which need not be midnight, goes
  /// to the start of another.
  private static Instant earlier(Instant at, long days, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().equals(at)
        ? day.minusDays(days).atStartOfDay(zone).toInstant()
        : at.atZone(zone).minusDays(days).toInstant();
  }

  /// Every local day that it touches, in order: those that daylight saving shortens, and the one
  /// that a country skipped when it crossed the date line, too.
  List<LocalDate> days(ZoneId zone) {
    return firstDay(zone).datesUntil(lastDay(zone).plusDays(1)).toList();
  }

  private LocalDate firstDay(ZoneId zone) {
    return from.atZone(zone).toLocalDate();
  }

  private LocalDate lastDay(ZoneId zone) {
    return to.minusNanos(1).atZone(zone).toLocalDate();
  }
}
