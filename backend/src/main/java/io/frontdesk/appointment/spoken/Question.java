package io.frontdesk.appointment.spoken;

import io.frontdesk.appointment.spoken.SpokenTime.Unclear;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What to ask back when a phrase does not say one moment.
final class Question {
  private Question() {}

  static Unclear whichDayAndTime() {
    return new Unclear("On which day, and at what time?");
  }

  /// @param span what was said instead of a day: `next week`; or empty
  static Unclear whichDay(String span, Optional<LocalTime> time) {
    String day = span.isEmpty() ? "On which day" : "On which day " + span;
    return new Unclear(day + time.map(at -> " at " + TimeInWords.of(at)).orElse("") + "?");
  }

  static Unclear atWhatTime(LocalDate day, LocalDate today, Optional<PartOfDay> part) {
    String onDay = TimeInWords.onDay(day, today);
    String within = part.map(said -> partOf(onDay, said)).orElse(onDay);
    return new Unclear("At what time %s?".formatted(within));
  }

  static Unclear oneOfTheDays(List<LocalDate> days) {
    return new Unclear(either(days, day -> "on " + TimeInWords.of(day)));
  }

  static Unclear oneOfTheTimes(List<LocalTime> times) {
    return new Unclear(either(times, time -> "at " + TimeInWords.of(time)));
  }

  static Unclear noSuchDay() {
    return new Unclear("That day is not in the calendar. Which day do you mean?");
  }

  static Unclear dayHasPassed(LocalDate day) {
    return new Unclear("%s has passed. Which other day suits you?".formatted(TimeInWords.of(day)));
  }

  static Unclear timeHasPassed(LocalDateTime time, LocalDate today) {
    return new Unclear(
        "%s %s has passed. Which other time suits you?"
            .formatted(
                TimeInWords.of(time.toLocalTime()), TimeInWords.onDay(time.toLocalDate(), today)));
  }

  /// For a time that the clocks skip when they are put forward.
  static Unclear clocksSkip(LocalDateTime time, LocalDate today) {
    return new Unclear(
        "There is no %s %s, because the clocks go forward. Which other time suits you?"
            .formatted(
                TimeInWords.of(time.toLocalTime()), TimeInWords.onDay(time.toLocalDate(), today)));
  }

  /// For a time that the clocks show twice when they are put back.
  static Unclear clocksRepeat(LocalDateTime time, LocalDate today) {
    return new Unclear(
        "The clocks go back %s, so it is %s twice. Do you mean the first time, or the second time?"
            .formatted(
                TimeInWords.onDay(time.toLocalDate(), today), TimeInWords.of(time.toLocalTime())));
  }

  private static String partOf(String day, PartOfDay part) {
    return switch (day) {
      case "today" -> part == PartOfDay.NIGHT ? "tonight" : "this " + part.word();
      default -> day + " " + part.word();
    };
  }

  private static <T> String either(List<T> choices, Function<T, String> say) {
    String all = choices.stream().map(say).collect(Collectors.joining(" or "));
    return Character.toUpperCase(all.charAt(0)) + all.substring(1) + "?";
  }
}
