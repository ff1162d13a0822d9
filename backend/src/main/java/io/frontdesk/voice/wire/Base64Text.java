package io.frontdesk.voice.wire;

import java.util.Arrays;

/// Base64 inside a JSON string, looked at without decoding it.
/// Alphabet: https://www.rfc-editor.org/rfc/rfc4648#section-4
final class Base64Text {
  private static final boolean[] ALPHABET = alphabet();

  /// 0 for what is in the alphabet, -1 for all else, by byte.
  private static final byte[] FOREIGN = foreign();

  private Base64Text() {}

  /// How many bytes the base64 between `from` and `to` stands for; -1 if it is not whole, padded
  /// base64. The text is the inside of a valid JSON string: `\/` and `+` count as the characters
  /// they mean.
  static int decodedLength(byte[] json, int from, int to) {
    int at = from + plain(json, from, to);
    int symbols = at - from;
    int padding = 0;
    while (at < to) {
      int symbol = json[at++];
      if (symbol == '\\') {
        symbol = JsonText.unescape(json, at - 1);
        at += json[at] == 'u' ? 5 : 1;
      }
      if (symbol == '=') {
        padding++;
      } else if (padding > 0 || symbol < 0 || symbol > 127 || !ALPHABET[symbol]) {
        return -1;
      } else {
        symbols++;
      }
    }
    boolean whole = padding <= 2 && (symbols + padding) % 4 == 0;
    return whole ? (int) (symbols * 3L / 4) : -1;
  }

  /// How many bytes at the beginning are of the alphabet, as they stand; in steps of eight.
  private static int plain(byte[] json, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      int foreign =
          FOREIGN[json[at] & 0xFF]
              | FOREIGN[json[at + 1] & 0xFF]
              | FOREIGN[json[at + 2] & 0xFF]
              | FOREIGN[json[at + 3] & 0xFF]
              | FOREIGN[json[at + 4] & 0xFF]
              | FOREIGN[json[at + 5] & 0xFF]
              | FOREIGN[json[at + 6] & 0xFF]
              | FOREIGN[json[at + 7] & 0xFF];
      if (foreign != 0) {
        break;
      }
      at += 8;
    }
    return at - from;
  }

  private static byte[] foreign() {
    var foreign = new byte[256];
    Arrays.fill(foreign, (byte) -1);
    for (int c = 0; c < ALPHABET.length; c++) {
      foreign[c] = (byte) (ALPHABET[c] ? 0 : -1);
    }
    return foreign;
  }

  private static boolean[] alphabet() {
    var symbols = new boolean[128];
    for (int c = 'A'; c <= 'Z'; c++) {
      symbols[c] = true;
      symbols[c + 'a' - 'A'] = true;
    }
    for (int c = '0'; c <= '9'; c++) {
      symbols[c] = true;
    }
    symbols['+'] = true;
    symbols['/'] = true;
    return symbols;
  }
}
