package io.frontdesk.sandbox.openai.mind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out which of several values was meant: the one that was named and not denied, or the end
/// of a scale ("it is not urgent" is low urgency).
final class Choice {
  private static final int SAME_ROOT = 5;
  private static final int NEAR = 3;
  private static final int FEW_WORDS = 3;
  private static final Set<String> DENIALS = Set.of("not", "no", "never", "t", "without");
  private static final Set<String> LOW =
      Set.of("low", "normal", "routine", "none", "no", "minor", "whenever", "regular", "standard");
  private static final Set<String> HIGH =
      Set.of("high", "urgent", "emergency", "critical", "immediate", "yes", "major");

  private Choice() {}

  /// The choice these words name.
  static Optional<String> named(String words, List<String> choices) {
    List<String> said = Words.list(words);
    Optional<String> whole =
        choices.stream()
            .filter(choice -> Words.list(choice).stream().allMatch(word -> affirmed(word, said)))
            .max(Comparator.comparingInt(choice -> Words.list(choice).size()));
    if (whole.isPresent()) {
      return whole;
    }
    List<String> partly =
        choices.stream()
            .filter(choice -> Words.stems(choice).stream().anyMatch(word -> affirmed(word, said)))
            .toList();
    return partly.size() == 1 ? Optional.of(partly.getFirst()) : Optional.empty();
  }

  /// The choice these words name, or the end of the scale that they mean.
  /// @param about what the choice is about
  static Optional<String> meant(String words, List<String> choices, String about) {
    return named(words, choices).or(() -> onScale(words, choices, about));
  }

  private static Optional<String> onScale(String words, List<String> choices, String about) {
    List<String> said = Words.list(words);
    boolean brief = said.size() <= FEW_WORDS;
    for (String topic : Words.stems(about)) {
      for (int at = 0; at < said.size(); at++) {
        if (sameRoot(said.get(at), topic)) {
          return end(choices, denied(at, said) ? LOW : HIGH);
        }
      }
    }
    if (brief && Phrases.agreement(words)) {
      return end(choices, HIGH);
    }
    return brief && Phrases.refusal(words) ? end(choices, LOW) : Optional.empty();
  }

  private static Optional<String> end(List<String> choices, Set<String> names) {
    return choices.stream()
        .filter(choice -> Words.list(choice).stream().anyMatch(names::contains))
        .findFirst();
  }

  private static boolean affirmed(String word, List<String> said) {
    for (int at = 0; at < said.size(); at++) {
      if (Words.stem(said.get(at)).equals(Words.stem(word)) && !denied(at, said)) {
        return true;
      }
    }
    return false;
  }

  private static boolean denied(int at, List<String> said) {
    return said.subList(Math.max(0, at - NEAR), at).stream().anyMatch(DENIALS::contains);
  }

  private static boolean sameRoot(String one, String other) {
    return one.length() >= SAME_ROOT
        && other.length() >= SAME_ROOT
        && one.regionMatches(0, other, 0, SAME_ROOT);
  }
}
