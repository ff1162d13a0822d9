package io.frontdesk.appointment.spoken;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The day as the caller named it.
sealed interface DaySaid {
  /// Today (0), tomorrow (1), in two weeks (14).
  record DaysAhead(int days) implements DaySaid {}

  /// A weekday.
  ///
  /// @param weeksAhead 0 for the next one to come, 1 for the one of next week
  record Weekday(DayOfWeek day, int weeksAhead) implements DaySaid {}

  /// So many days after another day: a week from Thursday.
  record After(DaySaid day, int days) implements DaySaid {}

  /// A full date.
  record Date(int year, int month, int day) implements DaySaid {}

  /// A date without its year.
  record DateOfAnyYear(int month, int day) implements DaySaid {}

  /// A day without its month: the 3rd.
  record DayOfMonth(int day) implements DaySaid {}

  /// The 3rd of next month.
  record DayOfNextMonth(int day) implements DaySaid {}

  /// Two numbers whose order depends on the country.
  ///
  /// @param year 0 if it was left out
  record Slashed(int first, int second, int year) implements DaySaid {}

  /// The dates that it may be, the most likely first; a later one is meant if the one before has
  /// passed. Empty if there is no such date.
  default List<LocalDate> dates(LocalDate today, ZoneId zone) {
    return switch (this) {
      case DaysAhead(int days) -> List.of(today.plusDays(days));
      case Weekday(DayOfWeek day, int weeks) when weeks == 0 -> {
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(day));
        yield List.of(coming, coming.plusWeeks(1));
      }
      case Weekday(DayOfWeek day, int weeks) ->
          List.of(today.with(DayOfWeek.MONDAY).plusWeeks(weeks).with(day));
      case After(DaySaid day, int days) ->
          day.dates(today, zone).stream().map(date -> date.plusDays(days)).limit(1).toList();
      case Date(int year, int month, int day) -> existing(List.of(year), month, day);
      case DateOfAnyYear(int month, int day) ->
          existing(List.of(today.getYear(), today.getYear() + 1), month, day);
      case DayOfMonth(int day) ->
          IntStream.range(0, 4)
              .mapToObj(months -> YearMonth.from(today).plusMonths(months))
              .filter(month -> month.isValidDay(day))
              .map(month -> month.atDay(day))
              .toList();
      case DayOfNextMonth(int day) -> {
        YearMonth next = YearMonth.from(today).plusMonths(1);
        yield next.isValidDay(day) ? List.of(next.atDay(day)) : List.of();
      }
      case Slashed(int first, int second, int year) -> {
        boolean monthFirst = second > 12 || (first <= 12 && Countries.writeMonthFirst(zone));
        int month = monthFirst ? first : second;
        int day = monthFirst ? second : first;
        yield (year == 0 ? new DateOfAnyYear(month, day) : new Date(year, month, day))
            .dates(today, zone);
      }
    };
  }

  private static List<LocalDate> existing(List<Integer> years, int month, int day) {
    var dates = new ArrayList<LocalDate>();
    for (int year : years) {
      if (month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)) {
        dates.add(LocalDate.of(year, month, day));
      }
    }
    return dates;
  }
}
