package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number over time: every day (week, month) of it, in order, those with nothing too.
///
/// @param period `7d`, `30d` or `90d`; null when the time was given by `from` and `to`
/// @param previous as many days before, to compare with
@Introspected
record TimeSeries(
    Metric metric,
    Grouping groupBy,
    @Nullable String period,
    Instant from,
    Instant to,
    ZoneId timeZone,
    List<Point> points,
    List<Point> previous) {

  /// @param date the group's first day: a week's Monday, a month's first
  @Introspected
  record Point(LocalDate date, long value) {}
}
