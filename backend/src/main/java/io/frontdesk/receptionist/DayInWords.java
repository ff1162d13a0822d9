package io.frontdesk.receptionist;

import io.frontdesk.business.Hours.Interval;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A day's opening hours as people write them: `9:00 AM - 6:00 PM`, several with commas between
/// them, or `Closed`.
final class DayInWords {
  private static final String CLOSED = "Closed";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*(?:([ap])\\.?m\\.?)?");
  private static final int NOON = 12;

  private DayInWords() {}

  static String of(List<Interval> day) {
    return day.isEmpty()
        ? CLOSED
        : day.stream()
            .map(open -> CLOCK.format(open.opens()) + " - " + CLOCK.format(open.closes()))
            .collect(Collectors.joining(", "));
  }

  /// The intervals that the words name; empty if they cannot be read.
  static Optional<List<Interval>> read(String words) {
    if (words.strip().equalsIgnoreCase(CLOSED)) {
      return Optional.of(List.of());
    }
    var day = new ArrayList<Interval>();
    for (String part : words.split(",", -1)) {
      String[] ends = part.split("[-–]", -1);
      if (ends.length != 2) {
        return Optional.empty();
      }
      Optional<LocalTime> opens = time(ends[0]);
      Optional<LocalTime> closes = time(ends[1]);
      if (opens.isEmpty() || closes.isEmpty()) {
        return Optional.empty();
      }
      day.add(new Interval(opens.get(), closes.get()));
    }
    return Optional.of(day);
  }

  private static Optional<LocalTime> time(String words) {
    Matcher time = TIME.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
    if (time.group(3) != null) {
      if (hour < 1 || hour > NOON) {
        return Optional.empty();
      }
      hour = hour % NOON + (time.group(3).equals("p") ? NOON : 0);
    }
    try {
      return Optional.of(LocalTime.of(hour, minute));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
