package io.frontdesk.appointment.spoken;

/// A span of days that was said instead of a day.
final class Span {
  private Span() {}

  /// `next week`, `this weekend`; empty if the phrase names none.
  static String in(Phrase phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      if (phrase.saysAll(i, "week", "after", "next")) {
        return "of the week after next";
      }
      if (phrase.says(i, "weekend")) {
        return phrase.says(i - 1, "next") ? "next weekend" : "this weekend";
      }
      if (phrase.says(i, "next", "this") && phrase.says(i + 1, "week", "month")) {
        return phrase.word(i) + " " + phrase.word(i + 1);
      }
    }
    return "";
  }
}
