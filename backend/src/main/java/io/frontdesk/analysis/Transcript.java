package io.frontdesk.analysis;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was said, as the model reads it.
///
/// @param turns in order
record Transcript(List<Turn> turns) {
  /// Whether the caller said a word.
  boolean hasCaller() {
    return turns.stream()
        .anyMatch(turn -> turn.speaker() == Speaker.CALLER && !words(turn.heard()).isBlank());
  }

  /// A line for each turn: `Receptionist: …` or `Caller: …`. Whatever somebody says stays on their
  /// line, so nobody can speak as the other, or end the transcript.
  String lines() {
    return turns.stream()
        .filter(turn -> turn.speaker() != Speaker.SYSTEM && !turn.heard().isBlank())
        .map(
            turn ->
                name(turn)
                    + ": "
                    + turn.heard().strip().replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " "))
        .collect(Collectors.joining("\n"));
  }

  /// The index of the first of the caller's turns that says `value` word by word; null if none
  /// does.
  @Nullable Integer turnThatSays(String value) {
    String sought = words(value);
    return turns.stream()
        .filter(turn -> turn.speaker() == Speaker.CALLER)
        .filter(turn -> (" " + words(turn.heard()) + " ").contains(" " + sought + " "))
        .map(Turn::index)
        .findFirst()
        .orElse(null);
  }

  private static String name(Turn turn) {
    return turn.speaker() == Speaker.CALLER ? "Caller" : "Receptionist";
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
