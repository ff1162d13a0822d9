package io.frontdesk.sandbox.audio;

/// G.711 mu-law, 8 kHz mono: one byte a sample, the sound of a telephone line.
/// Source: https://www.itu.int/rec/T-REC-G.711
public final class MuLaw {
  /// Samples in a second.
  public static final int SAMPLE_RATE_HZ = 8_000;

  /// Samples in 20 ms, which is what one Twilio media frame and one watermark packet hold.
  public static final int FRAME_SAMPLES = 160;

  /// A sample of silence (positive zero; 0x7F is negative zero).
  public static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 0x84;
  private static final int CLIP = 32_635;
  private static final short[] LINEAR = new short[256];
  private static final byte[] COMPRESSED = new byte[1 << 16];

  static {
    for (int code = 0; code < LINEAR.length; code++) {
      LINEAR[code] = (short) expand(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      COMPRESSED[sample & 0xFFFF] = (byte) compress(sample);
    }
  }

  private MuLaw() {}

  /// The 16-bit sample that a byte stands for.
  public static short decode(byte ulaw) {
    return LINEAR[ulaw & 0xFF];
  }

  /// The byte whose sound is nearest to a 16-bit sample.
  public static byte encode(short sample) {
    return COMPRESSED[sample & 0xFFFF];
  }

  /// Root mean square of a stretch of sound, 0 (silence) to 1 (the loudest square wave).
  public static double loudness(byte[] ulaw, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      double sample = decode(ulaw[i]);
      sum += sample * sample;
    }
    return Math.sqrt(sum / length) / Short.MAX_VALUE;
  }

  private static int expand(int code) {
    int inverted = ~code;
    int exponent = (inverted >> 4) & 7;
    int magnitude = ((((inverted & 0x0F) << 3) + BIAS) << exponent) - BIAS;
    return (inverted & 0x80) == 0 ? magnitude : -magnitude;
  }

  private static int compress(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return ~(sign | (exponent << 4) | mantissa);
  }
}
