package io.frontdesk.conversation;

import io.frontdesk.business.Business;
import io.frontdesk.business.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// When the business is open, and what its clock reads.
final class HoursPage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int HOLIDAYS_AHEAD_DAYS = 60;

  private HoursPage() {}

  /// The week, and the days with other hours that are near.
  static String week(Business business, Instant now) {
    var lines = new StringBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      lines.append("- ").append(name).append(": ");
      lines.append(intervals(business.hours().on(day))).append('\n');
    }
    LocalDate today = LocalDate.ofInstant(now, business.timeZone());
    business.holidays().stream()
        .filter(holiday -> !holiday.date().isBefore(today))
        .filter(holiday -> holiday.date().isBefore(today.plusDays(HOLIDAYS_AHEAD_DAYS)))
        .forEach(
            holiday ->
                lines
                    .append("- ")
                    .append(DATE.format(holiday.date()))
                    .append(": ")
                    .append(intervals(business.intervalsOn(holiday.date())))
                    .append('\n'));
    return lines.toString();
  }

  private static String intervals(List<Hours.Interval> intervals) {
    return intervals.isEmpty()
        ? "closed"
        : intervals.stream()
            .map(open -> TIME.format(open.opens()) + " to " + TIME.format(open.closes()))
            .collect(Collectors.joining(", "));
  }

  /// The local date and time, and whether it is open.
  static String clock(Business business, Instant now) {
    ZonedDateTime local = now.atZone(business.timeZone());
    List<Hours.Interval> today = business.intervalsOn(local.toLocalDate());
    return """
    - Date: %s
    - Time: %s
    - Time zone: %s
    - Open today: %s
    - The business is %s now.\
    """
        .formatted(
            DATE.format(local),
            TIME.format(local),
            business.timeZone().getId(),
            today.isEmpty() ? "not at all" : intervals(today),
            business.isOpenAt(now) ? "open" : "closed");
  }
}
