package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out what the model asked from what was heard of its words.
final class Asked {
  private Asked() {}

  /// The question that comes last in the text.
  static Optional<Slot> in(String text, List<Slot> questions) {
    Slot last = null;
    int at = -1;
    for (Slot slot : questions) {
      int place = place(text, slot.question());
      if (place > at) {
        at = place;
        last = slot;
      }
    }
    return Optional.ofNullable(last);
  }

  /// Whether the question was heard, at least the first half of it where the text breaks off.
  static boolean heard(String text, String question) {
    return place(text, question) >= 0;
  }

  private static int place(String text, String question) {
    String said = text.toLowerCase(Locale.ROOT).strip();
    String wanted = question.toLowerCase(Locale.ROOT).strip();
    int whole = said.lastIndexOf(wanted);
    if (whole >= 0) {
      return whole;
    }
    for (int length = wanted.length() - 1; length * 2 >= wanted.length(); length--) {
      if (said.endsWith(wanted.substring(0, length).strip())) {
        return said.length() - length;
      }
    }
    return -1;
  }
}
