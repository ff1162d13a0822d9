package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The inside of JSON strings.
final class JsonText {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;

  private JsonText() {}

  /// Where the first eight bytes from `at` on begin that may hold something else than plain text: a
  /// quote, a backslash or a control character.
  static int plain(byte[] json, int at, int end) {
    int from = at;
    while (from + Long.BYTES <= end) {
      long bytes = (long) EIGHT.get(json, from);
      long special = zeros(bytes ^ '"' * ONES) | zeros(bytes ^ '\\' * ONES) | low(bytes);
      if (special != 0) {
        break;
      }
      from += Long.BYTES;
    }
    return from;
  }

  /// Not 0 if one of eight bytes is 0.
  private static long zeros(long bytes) {
    return (bytes - ONES) & ~bytes & TOPS;
  }

  /// Not 0 if one of eight bytes is a control character.
  private static long low(long bytes) {
    return (bytes - ' ' * ONES) & ~bytes & TOPS;
  }

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
