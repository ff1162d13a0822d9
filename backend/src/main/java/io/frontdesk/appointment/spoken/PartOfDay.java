package io.frontdesk.appointment.spoken;

import java.util.Locale;
import java.util.Optional;

/// A part of the day that was said beside a time or instead of one.
enum PartOfDay {
  MORNING,
  AFTERNOON,
  EVENING,
  NIGHT;

  private static final int FIRST_HOUR_OF_NIGHT = 5;

  /// The one part of the day that the phrase names; greetings and what is denied aside.
  static Optional<PartOfDay> in(Phrase phrase) {
    Optional<PartOfDay> found = Optional.empty();
    for (int i = 0; i < phrase.size(); i++) {
      var part = at(phrase, i);
      if (part.isEmpty() || phrase.says(i - 1, "good") || phrase.denies(i)) {
        continue;
      }
      if (found.isPresent() && !found.equals(part)) {
        return Optional.empty();
      }
      found = part;
    }
    return found;
  }

  static Optional<PartOfDay> at(Phrase phrase, int i) {
    return switch (phrase.word(i)) {
      case "morning", "mornings" -> Optional.of(MORNING);
      case "afternoon", "afternoons" -> Optional.of(AFTERNOON);
      case "evening", "evenings" -> Optional.of(EVENING);
      case "night", "tonight" -> Optional.of(NIGHT);
      default -> Optional.empty();
    };
  }

  /// Minute of the day of a time on a twelve-hour dial; from 1440 on it is the next day.
  int minutes(int hour, int minute) {
    int sinceTwelve = hour % 12 * 60 + minute;
    return switch (this) {
      case MORNING -> sinceTwelve;
      case AFTERNOON, EVENING -> TimeSaid.NOON + sinceTwelve;
      case NIGHT ->
          hour % 12 < FIRST_HOUR_OF_NIGHT
              ? TimeSaid.MIDNIGHT + sinceTwelve
              : TimeSaid.NOON + sinceTwelve;
    };
  }

  /// `morning`
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
