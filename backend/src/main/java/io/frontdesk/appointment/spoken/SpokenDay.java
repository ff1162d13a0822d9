package io.frontdesk.appointment.spoken;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a caller means by a day without a time: "the third of December", "next Friday".
public sealed interface SpokenDay {
  /// One day. A day that names no year is the next one to come.
  record Day(LocalDate date) implements SpokenDay {
    /// As it is read back.
    public String inWords() {
      return TimeInWords.of(date) + " " + date.getYear();
    }
  }

  /// No single day was said.
  ///
  /// @param question asks the caller for it
  record Unclear(String question) implements SpokenDay {}

  /// Reads a caller's phrase.
  ///
  /// @param today by the business's own clock
  static SpokenDay understand(String said, LocalDate today, ZoneId zone) {
    var phrase = Phrase.of(said);
    List<LocalDate> days =
        Corrections.valid(phrase, new DayReader(phrase).read()).stream()
            .map(day -> day.dates(today, zone))
            .map(
                dates ->
                    dates.stream()
                        .filter(date -> !date.isBefore(today))
                        .findFirst()
                        .or(() -> dates.stream().reduce((_, last) -> last)))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (days.size() > 1) {
      return new Unclear(Question.oneOfTheDays(days).question());
    }
    return days.isEmpty()
        ? new Unclear("Which day is that, with its month and year?")
        : new Day(days.getFirst());
  }
}
