package io.frontdesk.conversation.alarm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words in a row, of which one that ends with `*` stands for all words that begin so.
record Phrase(List<String> words) {
  /// So many words before it a "no" or "not" still belongs to it.
  private static final int REACH = 2;

  Phrase {
    words = List.copyOf(words);
  }

  static Phrase of(String written) {
    return new Phrase(
        Arrays.stream(written.strip().toLowerCase(Locale.ROOT).split("[\\s-]+", -1))
            .map(word -> word.replaceAll("[^\\p{L}\\p{N}*]", ""))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /// The words of what somebody said, clause by clause.
  static List<List<String>> clauses(String said) {
    return Arrays.stream(said.toLowerCase(Locale.ROOT).split("[.,;:!?…]+", -1))
        .map(clause -> clause.replaceAll("['’]", ""))
        .map(
            clause ->
                Arrays.stream(clause.split("[^\\p{L}\\p{N}]+", -1))
                    .filter(word -> !word.isEmpty())
                    .toList())
        .filter(clause -> !clause.isEmpty())
        .toList();
  }

  /// Whether a clause says so.
  ///
  /// @param denials words that, shortly before it, say that it is not so
  boolean isIn(List<String> clause, Set<String> denials) {
    for (int start = 0; !words.isEmpty() && start + words.size() <= clause.size(); start++) {
      List<String> before = clause.subList(Math.max(0, start - REACH), start);
      if (isAt(clause, start) && before.stream().noneMatch(denials::contains)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(List<String> clause, int start) {
    for (int i = 0; i < words.size(); i++) {
      String wanted = words.get(i);
      String word = clause.get(start + i);
      boolean fits =
          wanted.endsWith("*")
              ? word.startsWith(wanted.substring(0, wanted.length() - 1))
              : word.equals(wanted);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
