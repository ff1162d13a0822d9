package io.frontdesk.voice.wire;

/// Numbers as JSON writes them.
final class JsonNumber {
  private static final int LONGEST = 18;

  private JsonNumber() {}

  /// Where the number that begins at `from` ends; -1 if there is none.
  static int end(byte[] json, int from, int limit) {
    int start = is(json, from, limit, '-') ? from + 1 : from;
    int at = afterDigits(json, start, limit);
    boolean leadingZero = at - start > 1 && json[start] == '0';
    if (at == start || leadingZero) {
      return -1;
    }
    if (is(json, at, limit, '.')) {
      int fraction = at + 1;
      at = afterDigits(json, fraction, limit);
      if (at == fraction) {
        return -1;
      }
    }
    return is(json, at, limit, 'e') || is(json, at, limit, 'E')
        ? afterExponent(json, at + 1, limit)
        : at;
  }

  /// The whole number from 0 to 10^18 - 1 that these bytes spell; -1 if they do not.
  static long whole(byte[] json, int from, int to) {
    if (from == to || to - from > LONGEST) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      byte b = json[i];
      if (!isDigit(b)) {
        return -1;
      }
      value = value * 10 + (b - '0');
    }
    return value;
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  private static int afterExponent(byte[] json, int from, int limit) {
    boolean signed = is(json, from, limit, '+') || is(json, from, limit, '-');
    int start = signed ? from + 1 : from;
    int at = afterDigits(json, start, limit);
    return at == start ? -1 : at;
  }

  private static int afterDigits(byte[] json, int from, int limit) {
    int at = from;
    while (at < limit && isDigit(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean is(byte[] json, int at, int limit, char wanted) {
    return at < limit && json[at] == wanted;
  }
}
