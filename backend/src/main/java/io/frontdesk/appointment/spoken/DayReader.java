package io.frontdesk.appointment.spoken;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the days that a phrase names: today, next Tuesday, in two weeks, the 3rd of December.
final class DayReader {
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.ofEntries(
          Map.entry("mon", DayOfWeek.MONDAY),
          Map.entry("tue", DayOfWeek.TUESDAY),
          Map.entry("tues", DayOfWeek.TUESDAY),
          Map.entry("wed", DayOfWeek.WEDNESDAY),
          Map.entry("weds", DayOfWeek.WEDNESDAY),
          Map.entry("thu", DayOfWeek.THURSDAY),
          Map.entry("thur", DayOfWeek.THURSDAY),
          Map.entry("thurs", DayOfWeek.THURSDAY),
          Map.entry("fri", DayOfWeek.FRIDAY),
          Map.entry("sat", DayOfWeek.SATURDAY),
          Map.entry("sun", DayOfWeek.SUNDAY));

  private final Phrase phrase;
  private final DateReader dates;

  DayReader(Phrase phrase) {
    this.phrase = phrase;
    this.dates = new DateReader(phrase);
  }

  /// All days named, from left to right, those that are denied ("not Thursday") left out.
  List<Read<DaySaid>> read() {
    var days = new ArrayList<Read<DaySaid>>();
    int i = 0;
    while (i < phrase.size()) {
      var day = at(i);
      if (day != null && !phrase.denies(day.start())) {
        days.add(day);
      }
      i = day == null ? i + 1 : day.end();
    }
    return days;
  }

  private @Nullable Read<DaySaid> at(int i) {
    var counted = daysAway(i);
    if (counted != null) {
      return counted;
    }
    var date = dates.at(i);
    if (date != null) {
      return date;
    }
    if (phrase.saysAll(i, "day", "after", "tomorrow")) {
      return new Read<>(new DaySaid.DaysAhead(2), i, i + 3);
    }
    if (phrase.says(i, "today", "tonight")) {
      return new Read<>(new DaySaid.DaysAhead(0), i, i + 1);
    }
    if (phrase.says(i, "tomorrow", "tmrw")) {
      return new Read<>(new DaySaid.DaysAhead(1), i, i + 1);
    }
    if (phrase.says(i, "this") && phrase.says(i + 1, "morning", "afternoon", "evening")) {
      return new Read<>(new DaySaid.DaysAhead(0), i, i + 2);
    }
    return weekday(i);
  }

  private @Nullable Read<DaySaid> weekday(int i) {
    if (phrase.says(i, "next")) {
      int day = phrase.says(i + 1, "week") ? (phrase.says(i + 2, "on") ? i + 3 : i + 2) : i + 1;
      var name = weekdayName(day);
      return name == null ? null : new Read<>(new DaySaid.Weekday(name, 1), i, day + 1);
    }
    var name = weekdayName(i);
    if (name == null) {
      return null;
    }
    if (phrase.saysAll(i + 1, "after", "next")) {
      return new Read<>(new DaySaid.Weekday(name, 2), i, i + 3);
    }
    if (phrase.saysAll(i + 1, "next", "week")) {
      return new Read<>(new DaySaid.Weekday(name, 1), i, i + 3);
    }
    var coming = new DaySaid.Weekday(name, 0);
    return phrase.says(i + 1, "week")
        ? new Read<>(new DaySaid.After(coming, 7), i, i + 2)
        : new Read<>(coming, i, i + 1);
  }

  /// "In two weeks", "three days from now", "a week from Thursday", "a week on Thursday".
  private @Nullable Read<DaySaid> daysAway(int i) {
    int count = phrase.says(i, "in") ? i + 1 : i;
    int days = days(count);
    if (days < 0) {
      return null;
    }
    if (count > i) {
      return new Read<>(new DaySaid.DaysAhead(days), i, count + 2);
    }
    if (phrase.saysAll(count + 2, "from", "now")) {
      return new Read<>(new DaySaid.DaysAhead(days), i, count + 4);
    }
    var from = at(phrase.says(count + 2, "from", "on", "after") ? count + 3 : count + 2);
    return from == null ? null : new Read<>(new DaySaid.After(from.said(), days), i, from.end());
  }

  private int days(int i) {
    int count = phrase.count(i);
    if (count < 1 || count > 366) {
      return -1;
    }
    return switch (phrase.word(i + 1)) {
      case "day", "days" -> count;
      case "week", "weeks" -> 7 * count;
      case "fortnight" -> 14 * count;
      default -> -1;
    };
  }

  private @Nullable DayOfWeek weekdayName(int i) {
    String word = phrase.word(i);
    String name = word.endsWith("days") ? word.substring(0, word.length() - 1) : word;
    for (var day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(name)) {
        return day;
      }
    }
    return WEEKDAYS.get(name);
  }
}
