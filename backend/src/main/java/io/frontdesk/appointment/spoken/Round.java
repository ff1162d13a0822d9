package io.frontdesk.appointment.spoken;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// Which of both is meant of an hour that clocks show twice, because they are put back in it.
enum Round {
  FIRST,
  SECOND;

  /// The one that a phrase names: "the first time", "daylight time", "after the clocks go back".
  static Optional<Round> in(Phrase phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      if (says(phrase, i, 1, "before")
          || phrase.says(i, "earlier", "daylight", "summer", "summertime")) {
        return Optional.of(FIRST);
      }
      if (says(phrase, i, 2, "after")
          || phrase.says(i, "later", "standard", "winter", "wintertime")) {
        return Optional.of(SECOND);
      }
    }
    return Optional.empty();
  }

  /// @param both the two moments that a clock shows alike, the earlier one first
  ZonedDateTime of(List<ZonedDateTime> both) {
    return this == FIRST ? both.getFirst() : both.getLast();
  }

  private static boolean says(Phrase phrase, int i, int which, String side) {
    boolean counted =
        phrase.at(i) instanceof Token.Ordinal(int value, boolean _)
            && value == which
            && phrase.says(i + 1, "time", "round");
    return counted
        || phrase.saysAll(i, side, "the", "clocks")
        || phrase.saysAll(i, side, "the", "clock")
        || phrase.saysAll(i, side, "the", "change");
  }
}
