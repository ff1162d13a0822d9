package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The inside of JSON strings.
final class JsonText {
  private JsonText() {}

  /// Whether these bytes are this text, which must be plain ASCII.
  static boolean is(String ascii, byte[] json, int from, int to) {
    if (to - from != ascii.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (json[i] != ascii.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /// The length in bytes of the escape that begins at `at`, a backslash; 0 if it is none.
  static int escapeLength(byte[] json, int at, int end) {
    if (at + 1 >= end) {
      return 0;
    }
    return switch (json[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> at + 6 <= end && codeUnit(json, at) >= 0 ? 6 : 0;
      default -> 0;
    };
  }

  /// The character that the valid escape at `at` stands for.
  static char unescape(byte[] json, int at) {
    byte letter = json[at + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) codeUnit(json, at);
      default -> (char) letter;
    };
  }

  /// The text of a string whose escapes are known to be valid.
  static String unescape(byte[] json, int from, int to) {
    var text = new StringBuilder(to - from);
    int plain = from;
    int at = from;
    while (at < to) {
      if (json[at] != '\\') {
        at++;
        continue;
      }
      text.append(new String(json, plain, at - plain, UTF_8)).append(unescape(json, at));
      at += json[at + 1] == 'u' ? 6 : 2;
      plain = at;
    }
    return text.append(new String(json, plain, to - plain, UTF_8)).toString();
  }

  private static int codeUnit(byte[] json, int at) {
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(json[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
