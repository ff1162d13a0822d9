package io.frontdesk.sandbox.openai.mind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which English words often mean the same errand: who wants somebody to come wants an appointment.
final class Thesaurus {
  private static final List<Set<String>> ERRANDS =
      Stream.of(
              "appointment book schedule visit come reserve reservation slot meet see fix repair"
                  + " broken service install inspect",
              "message note leave pass record",
              "transfer connect speak talk human operator colleague",
              "cancel call off",
              "reschedule move postpone change shift",
              "price cost charge quote estimate")
          .map(Words::rawStems)
          .toList();

  private Thesaurus() {}

  /// The stems of words that mean much the same as one of these, without these.
  static Set<String> kin(Set<String> stems) {
    Set<String> kin = new HashSet<>();
    for (Set<String> errand : ERRANDS) {
      if (Words.overlap(stems, errand) > 0) {
        kin.addAll(errand);
      }
    }
    kin.removeAll(stems);
    return kin;
  }
}
