package io.frontdesk.voice.wire;

/// Text that can be stored: without NUL and without halves of surrogate pairs, both of which JSON
/// can carry and PostgreSQL cannot.
public final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /// The same text, with U+FFFD in place of what is no text.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isText(c) ? c : REPLACEMENT));
    return plain.toString();
  }

  private static boolean isText(int codePoint) {
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint != 0 && !surrogate;
  }
}
