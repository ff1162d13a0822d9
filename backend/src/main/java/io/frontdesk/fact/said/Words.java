package io.frontdesk.fact.said;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The words of a phrase, and what single words and runs of them stand for when somebody spells.
final class Words {
  private static final int LONGEST = 500;
  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3);

  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("oh", "0"),
          Map.entry("nought", "0"),
          Map.entry("naught", "0"),
          Map.entry("nil", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"));

  private Words() {}

  /// The words of what was said, lower case; signs stay within and beside them.
  static List<String> of(String said) {
    String text = said.substring(0, Math.min(said.length(), LONGEST));
    return Stream.of(
            Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .split("[\\s,;!?\"“”()]+", -1))
        .filter(word -> !word.isBlank())
        .toList();
  }

  /// The digit that a word is.
  static Optional<String> digit(String word) {
    return Optional.ofNullable(DIGITS.get(word));
  }

  /// Whether a word is a single letter of an alphabet.
  static boolean isLetter(String word) {
    return word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
  }

  /// The words in which "double s" is "s s", and "b as in boy" and "b for bravo" are "b".
  static List<String> spelled(List<String> words) {
    var plain = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      Integer repeat = REPEATS.get(word);
      if (repeat != null && (isLetter(next) || digit(next).isPresent() || next.matches("\\d"))) {
        plain.addAll(Collections.nCopies(repeat, next));
        i++;
      } else {
        plain.add(word);
        i += isLetter(word) ? example(words, i + 1, word) : 0;
      }
    }
    return plain;
  }

  /// How many words from `at` on only say what a letter is the first one of.
  private static int example(List<String> words, int at, String letter) {
    boolean asIn = at + 2 < words.size() && words.get(at).equals("as") && in(words.get(at + 1));
    boolean alone = at + 1 < words.size() && words.get(at).matches("for|like");
    int examples = asIn ? at + 2 : at + 1;
    return (asIn || alone) && words.get(examples).startsWith(letter) ? examples - at + 1 : 0;
  }

  private static boolean in(String word) {
    return word.equals("in");
  }
}
