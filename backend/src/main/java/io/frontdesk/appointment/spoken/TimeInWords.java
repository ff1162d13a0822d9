package io.frontdesk.appointment.spoken;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How days and times are said to a caller.
public final class TimeInWords {
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

  private TimeInWords() {}

  /// `Thursday 26 November at 2 PM`
  public static String of(ZonedDateTime moment) {
    return of(moment.toLocalDate()) + " at " + of(moment.toLocalTime());
  }

  /// `Thursday 26 November`
  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /// `2 PM`, `2:30 PM`, `noon`, `midnight`
  public static String of(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return "noon";
    }
    if (time.equals(LocalTime.MIDNIGHT)) {
      return "midnight";
    }
    return (time.getMinute() == 0 ? HOUR : MINUTE).format(time);
  }

  /// `today`, `tomorrow`, `on Thursday` within a week, or `on Thursday 3 December`.
  public static String onDay(LocalDate day, LocalDate today) {
    long ahead = ChronoUnit.DAYS.between(today, day);
    return (ahead == 0 || ahead == 1 ? "" : "on ") + byDay(day, today);
  }

  /// `today`, `tomorrow`, `Thursday` within a week, or `Thursday 3 December`.
  public static String byDay(LocalDate day, LocalDate today) {
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead == 0) {
      return "today";
    }
    if (ahead == 1) {
      return "tomorrow";
    }
    return (ahead > 0 && ahead < 7 ? WEEKDAY : DAY).format(day);
  }
}
