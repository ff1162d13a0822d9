package io.frontdesk.sandbox.audio;

/// G.711 A-law, 8 kHz mono. Its samples are other ones than mu-law's, so words do not survive it.
/// Source: https://www.itu.int/rec/T-REC-G.711
public final class ALaw {
  private static final int EVEN_BITS = 0x55;
  private static final byte[] TO_MU_LAW = new byte[256];

  static {
    for (int code = 0; code < TO_MU_LAW.length; code++) {
      TO_MU_LAW[code] = MuLaw.encode((short) expand(code));
    }
  }

  private ALaw() {}

  public static byte[] toMuLaw(byte[] alaw) {
    byte[] ulaw = new byte[alaw.length];
    for (int i = 0; i < alaw.length; i++) {
      ulaw[i] = TO_MU_LAW[alaw[i] & 0xFF];
    }
    return ulaw;
  }

  public static byte[] fromMuLaw(byte[] ulaw) {
    byte[] alaw = new byte[ulaw.length];
    for (int i = 0; i < ulaw.length; i++) {
      alaw[i] = (byte) compress(MuLaw.decode(ulaw[i]));
    }
    return alaw;
  }

  private static int expand(int code) {
    int plain = code ^ EVEN_BITS;
    int exponent = (plain >> 4) & 7;
    int mantissa = ((plain & 0x0F) << 4) + 8;
    int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
    return (plain & 0x80) == 0 ? -magnitude : magnitude;
  }

  private static int compress(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, Short.MAX_VALUE);
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude | 1));
    int mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0F;
    return (sign | (exponent << 4) | mantissa) ^ EVEN_BITS;
  }
}
