package io.frontdesk.knowledge;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into passages: between paragraphs where it can, else between sentences, else between
/// words.
final class Cutting {
  /// A passage has no more letters, if there is a gap to cut at.
  static final int LONGEST = 900;

  private static final List<String> GAPS = List.of("\n\n", "\n", ". ", " ");

  private Cutting() {}

  static List<String> passages(String text) {
    var passages = new ArrayList<String>();
    String rest = text.strip();
    while (rest.length() > LONGEST) {
      int end = end(rest);
      passages.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      passages.add(rest);
    }
    return passages;
  }

  /// Where a passage at the beginning ends: a piece that is too small is not cut off.
  private static int end(String text) {
    for (String gap : GAPS) {
      int at = text.lastIndexOf(gap, LONGEST - gap.length());
      if (at >= LONGEST / 3) {
        return at + gap.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }
}
