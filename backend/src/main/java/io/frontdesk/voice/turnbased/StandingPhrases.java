package io.frontdesk.voice.turnbased;

import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.KeyMenu;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said to callers that no model has to find.
@Singleton
class StandingPhrases {
  private static final int MOST_SILENCES = 3;

  private final Answers answers;

  StandingPhrases(Answers answers) {
    this.answers = answers;
  }

  /// To somebody who has heard nothing yet.
  String greet(CallInHand hand, int step) {
    Locale spoken = Phrases.of(hand.receptionist()).spoken();
    KeyMenu menu = KeyMenu.of(hand);
    return menu.isOffered()
        ? answers.offer(hand, step, hand.opening(), menu.text(), spoken)
        : answers.ask(hand, step, Course.BEGUN, hand.opening(), spoken, List.of());
  }

  /// To somebody with whom another engine has talked.
  String resume(CallInHand hand, int step) {
    var phrases = Phrases.of(hand.receptionist());
    return answers.ask(hand, step, Course.BEGUN, phrases.text("resumed"), phrases.own(), List.of());
  }

  /// The same while what they said last is thought about.
  String interrupted(CallInHand hand, int step) {
    var phrases = Phrases.of(hand.receptionist());
    return answers.holdOn(hand, step, 0, Optional.of(phrases.text("interrupted")), phrases.own());
  }

  /// To somebody who waits for an answer.
  ///
  /// @param times how often that has happened at this step
  String holdOn(CallInHand hand, int step, int times) {
    var phrases = Phrases.of(hand.receptionist());
    return answers.holdOn(
        hand,
        step,
        times,
        Optional.of(phrases.script().oneMoment()).filter(_ -> times % 2 == 0),
        phrases.own());
  }

  /// To somebody who said nothing.
  String silence(CallInHand hand, int step, Course before) {
    Course course = before.silent();
    var phrases = Phrases.of(hand.receptionist());
    if (course.silences() >= MOST_SILENCES) {
      return answers.leave(
          hand, step, course, phrases.script().nobodyThere(), phrases.own(), List.of());
    }
    String asks =
        course.silences() == 1
            ? phrases.script().stillThere().getFirst()
            : phrases.text("leave_a_message");
    return answers.ask(hand, step, course, asks, phrases.own(), List.of());
  }

  /// To somebody who has talked for as long as anybody may.
  String timeIsUp(CallInHand hand, int step) {
    var phrases = Phrases.of(hand.receptionist());
    return answers.leave(
        hand, step, Course.BEGUN, phrases.script().timeIsUp(), phrases.own(), List.of());
  }
}
