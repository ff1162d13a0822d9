package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// At which hours of the week calls begin.
///
/// @param period `7d`, `30d` or `90d`; null when the time was given by `from` and `to`
/// @param days Monday to Sunday
@Introspected
record HeatMap(@Nullable String period, Instant from, Instant to, ZoneId timeZone, List<Day> days) {

  /// One day of the week.
  ///
  /// @param weekday in lower case, for example `monday`
  /// @param hours calls that began in each of the 24 hours, by the business's clock
  @Introspected
  record Day(String weekday, List<Long> hours) {}

  /// The days of the week, each hour's calls summed up.
  static List<Day> days(List<Stretch> stretches, List<CallCount> counts) {
    long[][] week = new long[7][24];
    for (CallCount count : counts) {
      Stretch stretch = stretches.get(count.stretch() - 1);
      week[stretch.day().getDayOfWeek().getValue() - 1][stretch.hour()] += count.total();
    }
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Day(
                    day.name().toLowerCase(Locale.ROOT),
                    Arrays.stream(week[day.getValue() - 1]).boxed().toList()))
        .toList();
  }
}
