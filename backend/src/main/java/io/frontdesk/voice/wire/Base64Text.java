package io.frontdesk.voice.wire;

/// Base64 inside a JSON string, looked at without decoding it.
/// Alphabet: https://www.rfc-editor.org/rfc/rfc4648#section-4
final class Base64Text {
  private static final boolean[] ALPHABET = alphabet();

  private Base64Text() {}

  /// How many bytes the base64 between `from` and `to` stands for; -1 if it is not whole, padded
  /// base64. The text is the inside of a valid JSON string: `\/` and `+` count as the characters
  /// they mean.
  static int decodedLength(byte[] json, int from, int to) {
    int symbols = 0;
    int padding = 0;
    int at = from;
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
