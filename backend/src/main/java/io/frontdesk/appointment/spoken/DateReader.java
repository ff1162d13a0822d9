package io.frontdesk.appointment.spoken;

import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a date of the calendar: December 3rd, the third of December 2026, the 3rd, 12/3,
/// 2026-12-03.
final class DateReader {
  private static final Map<String, Integer> MONTHS = months();

  /// What the first, second or third may be of, other than of a month.
  private static final Set<String> COUNTABLE =
      Set.of(
          "one",
          "available",
          "thing",
          "slot",
          "opening",
          "appointment",
          "time",
          "week",
          "day",
          "half",
          "floor",
          "visit",
          "free",
          "option",
          "choice",
          "call",
          "caller",
          "name");

  private final Phrase phrase;

  DateReader(Phrase phrase) {
    this.phrase = phrase;
  }

  @Nullable Read<DaySaid> at(int i) {
    return switch (phrase.at(i)) {
      case Token.IsoDate(int year, int month, int day) ->
          new Read<>(new DaySaid.Date(year, month, day), i, i + 1);
      case Token.Slashed(int first, int second, int year) ->
          new Read<>(new DaySaid.Slashed(first, second, year), i, i + 1);
      case Token.Word(String word) when MONTHS.containsKey(word) -> monthFirst(i);
      case Token.Ordinal _, Token.Numeral _ -> dayFirst(i);
      default -> null;
    };
  }

  private @Nullable Read<DaySaid> monthFirst(int i) {
    int at = phrase.says(i + 1, "the") ? i + 2 : i + 1;
    int day = dayOfMonth(at);
    return day < 0 ? null : dated(i, month(i), day, at + 1);
  }

  private @Nullable Read<DaySaid> dayFirst(int i) {
    int day = dayOfMonth(i);
    int next = phrase.says(i + 1, "of", "in") ? i + 2 : i + 1;
    if (day < 0) {
      return null;
    }
    if (month(next) > 0 && !isMinuteBeforeADate(i, next)) {
      return dated(i, month(next), day, next + 1);
    }
    if (!(phrase.at(i) instanceof Token.Ordinal(int _, boolean digits))) {
      return null;
    }
    if (phrase.saysAll(next, "next", "month")) {
      return new Read<>(new DaySaid.DayOfNextMonth(day), i, next + 2);
    }
    boolean isADay = digits || phrase.says(i - 1, "the", "on");
    return isADay && !COUNTABLE.contains(phrase.word(i + 1)) && !isWeekday(i + 1)
        ? new Read<>(new DaySaid.DayOfMonth(day), i, i + 1)
        : null;
  }

  /// In "10 30 December 3", 30 is no day.
  private boolean isMinuteBeforeADate(int i, int month) {
    return phrase.number(i) >= 0 && phrase.number(i - 1) >= 0 && dayOfMonth(month + 1) > 0;
  }

  /// A weekday after an ordinal ("the first Monday") says another day than that of the month.
  private boolean isWeekday(int i) {
    return phrase.word(i).endsWith("day") && !phrase.says(i, "today");
  }

  private Read<DaySaid> dated(int start, int month, int day, int end) {
    if (phrase.number(end) >= 1900 && phrase.number(end) < 2100) {
      return new Read<>(new DaySaid.Date(phrase.number(end), month, day), start, end + 1);
    }
    int lastDigits = phrase.number(end + 1);
    if (phrase.number(end) == 20 && lastDigits >= 24 && lastDigits < 60) {
      return new Read<>(new DaySaid.Date(2000 + lastDigits, month, day), start, end + 2);
    }
    return new Read<>(new DaySaid.DateOfAnyYear(month, day), start, end);
  }

  private int dayOfMonth(int i) {
    int day =
        phrase.at(i) instanceof Token.Ordinal(int value, boolean _) ? value : phrase.number(i);
    return day >= 1 && day <= 31 ? day : -1;
  }

  private int month(int i) {
    return MONTHS.getOrDefault(phrase.word(i), -1);
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      months.put(name, month.getValue());
      months.put(name.substring(0, 3), month.getValue());
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }
}
