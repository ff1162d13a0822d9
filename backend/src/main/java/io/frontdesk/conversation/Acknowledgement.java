package io.frontdesk.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// The small words with which a listener says no more than that they listen.
final class Acknowledgement {
  private static final Set<String> WORDS =
      Set.of(
          "ah",
          "aha",
          "hm",
          "hmm",
          "mhm",
          "mm",
          "mmhm",
          "mmhmm",
          "mmm",
          "oh",
          "uh",
          "uhhuh",
          "uhuh",
          "um",
          "yeah",
          "yep",
          "yes",
          "yup",
          "ok",
          "okay",
          "right",
          "sure",
          "good",
          "great",
          "fine",
          "thanks",
          "thank",
          "you",
          "bye",
          "goodbye",
          "i",
          "see",
          "got",
          "it",
          "all",
          "well",
          "ja",
          "jaja",
          "genau",
          "gut",
          "danke",
          "klar",
          "alles",
          "tschüss",
          "verstehe",
          "ach",
          "so",
          "si",
          "sí",
          "ajá",
          "vale",
          "claro",
          "bueno",
          "bien",
          "gracias",
          "adiós",
          "ya",
          "entiendo");

  private Acknowledgement() {}

  /// Whether there is nothing in these words that wants an answer.
  static boolean isAllOf(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[\\s,.!?…]+", -1))
        .map(word -> word.replaceAll("[^\\p{L}]", ""))
        .allMatch(word -> word.isEmpty() || WORDS.contains(word));
  }
}
