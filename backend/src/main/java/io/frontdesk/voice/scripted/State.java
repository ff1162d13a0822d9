package io.frontdesk.voice.scripted;

import io.micronaut.core.annotation.Introspected;

/// Where the taking of a message stands: what was asked last, and what came of it so far.
///
/// @param misses how often the question was not answered
/// @param silences how often nothing came, one after the other
/// @param asked how many questions there were in all
/// @param correcting whether the question was asked to put something right
@Introspected
record State(
    Question question, Note note, int misses, int silences, int asked, boolean correcting) {

  /// Whether the caller has not told anything yet that was asked for.
  boolean isAtTheStart() {
    return question == Question.NAME && !correcting;
  }

  State asking(Question next, Note noted) {
    return new State(next, noted, 0, 0, asked + 1, correcting && next != Question.RIGHT);
  }

  State noting(Note noted) {
    return new State(question, noted, misses, silences, asked, correcting);
  }

  State puttingRight(Question wrong) {
    return new State(wrong, note, 0, 0, asked + 1, true);
  }

  State askingAgain(Note noted, boolean silence) {
    return new State(
        question, noted, misses + 1, silence ? silences + 1 : 0, asked + 1, correcting);
  }
}
