package io.frontdesk.voice;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// How loud a piece of G.711 µ-law is, read from its base64 without keeping anything.
/// Source: https://www.itu.int/rec/T-REC-G.711
final class Loudness {
  /// The least loudness of speech on a telephone: 44 dB below the loudest sound there is.
  static final int SPEECH = 200;

  private static final byte[] VALUES = values();
  private static final int[] MAGNITUDES = magnitudes();

  private Loudness() {}

  /// The mean magnitude of the samples, 0 to 32124.
  /// @param base64 as it stands in a JSON string; read, not consumed
  static int of(ByteBuf base64) {
    int bits = 0;
    int held = 0;
    int samples = 0;
    long sum = 0;
    for (int i = base64.readerIndex(); i < base64.writerIndex(); i++) {
      int value = VALUES[base64.getByte(i) & 0xFF];
      if (value < 0) {
        continue; // padding, or the backslash before a slash
      }
      bits = (bits << 6) | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        sum += MAGNITUDES[(bits >> held) & 0xFF];
        samples++;
      }
    }
    return samples == 0 ? 0 : (int) (sum / samples);
  }

  private static byte[] values() {
    var values = new byte[256];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }

  private static int[] magnitudes() {
    var magnitudes = new int[256];
    for (int code = 0; code < magnitudes.length; code++) {
      int inverted = ~code & 0xFF;
      int exponent = (inverted >> 4) & 7;
      magnitudes[code] = ((((inverted & 15) << 3) + 0x84) << exponent) - 0x84;
    }
    return magnitudes;
  }
}
