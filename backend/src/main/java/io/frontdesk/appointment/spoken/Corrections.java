package io.frontdesk.appointment.spoken;

import java.util.List;
import java.util.Set;

/// Leaves out what a caller took back: in "Tuesday, no, Wednesday" only Wednesday counts.
final class Corrections {
  private static final Set<String> TAKES_BACK =
      Set.of("no", "actually", "sorry", "mean", "wait", "scratch", "correction");

  private Corrections() {}

  /// What is said after the last correction between two of `said`.
  static <T> List<T> valid(Phrase phrase, List<Read<T>> said) {
    int first = 0;
    for (int k = 1; k < said.size(); k++) {
      if (takesBack(phrase, said.get(k - 1).end(), said.get(k).start())) {
        first = k;
      }
    }
    return said.subList(first, said.size()).stream().map(Read::said).toList();
  }

  private static boolean takesBack(Phrase phrase, int from, int until) {
    for (int i = from; i < until; i++) {
      if (TAKES_BACK.contains(phrase.word(i)) || phrase.saysAll(i, "make", "it")) {
        return true;
      }
    }
    return false;
  }
}
