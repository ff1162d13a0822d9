package io.frontdesk.appointment.spoken;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time counted from now: in two hours, half an hour from now.
final class Ahead {
  private static final int MAX_COUNT = 600;

  private Ahead() {}

  /// How far ahead the phrase says; empty if it does not count from now.
  static Optional<Duration> in(Phrase phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      var length = length(phrase, i);
      if (length != null
          && (phrase.says(i - 1, "in") || phrase.saysAll(length.end(), "from", "now"))) {
        return Optional.of(length.said());
      }
    }
    return Optional.empty();
  }

  private static @Nullable Read<Duration> length(Phrase phrase, int i) {
    if (phrase.saysAll(i, "half", "an", "hour")) {
      return new Read<>(Duration.ofMinutes(30), i, i + 3);
    }
    int count = phrase.count(i);
    if (count < 1 || count > MAX_COUNT) {
      return null;
    }
    if (phrase.saysAll(i + 1, "and", "a", "half") && phrase.says(i + 4, "hours")) {
      return new Read<>(Duration.ofHours(count).plusMinutes(30), i, i + 5);
    }
    return switch (phrase.word(i + 1)) {
      case "minute", "minutes" -> new Read<>(Duration.ofMinutes(count), i, i + 2);
      case "hour", "hours" ->
          phrase.saysAll(i + 2, "and", "a", "half")
              ? new Read<>(Duration.ofHours(count).plusMinutes(30), i, i + 5)
              : new Read<>(Duration.ofHours(count), i, i + 2);
      default -> null;
    };
  }
}
