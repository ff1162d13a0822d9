package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Base64;

/// 20 ms of µ-law in base64, of which the first characters are the numbers of its call and of
/// itself.
final class Sound {
  private static final byte[] DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(US_ASCII);
  private static final int[] VALUES = values();
  private static final int CALL_DIGITS = 4;
  private static final int FRAME_DIGITS = 5;
  private static final byte[] REST = rest();

  private Sound() {}

  static void write(ByteBuf to, int call, int frame) {
    digits(to, call, CALL_DIGITS);
    digits(to, frame, FRAME_DIGITS);
    to.writeBytes(REST);
  }

  /// The call of the sound that begins there.
  static int call(ByteBuf text, int at) {
    return number(text, at, CALL_DIGITS);
  }

  /// The frame's number in its call.
  static int frame(ByteBuf text, int at) {
    return number(text, at + CALL_DIGITS, FRAME_DIGITS);
  }

  private static void digits(ByteBuf to, int number, int count) {
    for (int shift = 6 * (count - 1); shift >= 0; shift -= 6) {
      to.writeByte(DIGITS[number >> shift & 63]);
    }
  }

  private static int number(ByteBuf text, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = VALUES[text.getByte(i) & 127];
      if (digit < 0) {
        return -1;
      }
      number = number << 6 | digit;
    }
    return number;
  }

  private static byte[] rest() {
    byte[] samples = new byte[160];
    Arrays.fill(samples, (byte) 0x55);
    byte[] text = Base64.getEncoder().encode(samples);
    return Arrays.copyOfRange(text, CALL_DIGITS + FRAME_DIGITS, text.length);
  }

  private static int[] values() {
    int[] values = new int[128];
    Arrays.fill(values, -1);
    for (int i = 0; i < DIGITS.length; i++) {
      values[DIGITS[i]] = i;
    }
    return values;
  }
}
