package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Numbers from zero to ninety-nine, written as words.
final class SpokenNumber {
  private static final List<String> UNITS =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  private SpokenNumber() {}

  /// The first number in the text.
  static Optional<Integer> in(String text) {
    int tens = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      int unit = UNITS.indexOf(word);
      if (unit >= 0 && (tens == 0 || unit < 10)) {
        return Optional.of(tens + unit);
      }
      if (tens > 0) {
        return Optional.of(tens);
      }
      if (TENS.contains(word)) {
        tens = 20 + 10 * TENS.indexOf(word);
      }
    }
    return tens > 0 ? Optional.of(tens) : Optional.empty();
  }
}
