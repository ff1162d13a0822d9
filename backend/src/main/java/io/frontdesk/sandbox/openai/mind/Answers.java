package io.frontdesk.sandbox.openai.mind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the caller has answered so far, in the caller's words, by the key of the question.
final class Answers {
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Set<String> declined = new HashSet<>();

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

  void decline(Slot question) {
    declined.add(question.key());
  }

  void forget(Slot question) {
    words.remove(question.key());
    declined.remove(question.key());
  }
}
