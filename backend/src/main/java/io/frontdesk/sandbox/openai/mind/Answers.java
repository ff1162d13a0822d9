package io.frontdesk.sandbox.openai.mind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the caller has answered so far, in the caller's words, by the key of the question.
final class Answers {
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Set<String> declined = new HashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  Optional<String> to(Slot question) {
    return Optional.ofNullable(words.get(question.key()));
  }

  /// Whether the question need not be asked any more.
  boolean settle(Slot question) {
    return declined.contains(question.key()) || to(question).flatMap(question::value).isPresent();
  }

  void put(Slot question, String answer) {
    words.put(question.key(), answer);
  }

  /// The caller goes on with an answer.
  void add(Slot question, String more) {
    words.merge(question.key(), more, (one, other) -> one + " " + other);
  }

  /// Counts an answer that was none.
  /// @return how many there were, with this one
  int tried(Slot question) {
    return tries.merge(question.key(), 1, Integer::sum);
  }

  /// Takes the answer for what it is, or goes without.
  void settleFor(Slot question, String answer) {
    if (question.value(answer).isPresent()) {
      put(question, answer);
    } else {
      decline(question);
    }
  }

  void decline(Slot question) {
    declined.add(question.key());
  }

  void forget(Slot question) {
    words.remove(question.key());
    declined.remove(question.key());
  }
}
