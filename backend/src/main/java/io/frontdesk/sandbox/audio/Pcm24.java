package io.frontdesk.sandbox.audio;

/// Linear 16-bit little-endian samples at 24 kHz, mono, as OpenAI's `pcm`. Every third sample is a
/// telephone sample unchanged, so words in the sound survive the way there and back.
public final class Pcm24 {
  /// Samples in a second.
  public static final int SAMPLE_RATE_HZ = 24_000;

  private static final int FACTOR = SAMPLE_RATE_HZ / MuLaw.SAMPLE_RATE_HZ;
  private static final int GROUP_BYTES = FACTOR * 2;

  private Pcm24() {}

  public static byte[] fromMuLaw(byte[] ulaw) {
    byte[] pcm = new byte[ulaw.length * GROUP_BYTES];
    for (int i = 0; i < ulaw.length; i++) {
      int here = MuLaw.decode(ulaw[i]);
      int next = i + 1 < ulaw.length ? MuLaw.decode(ulaw[i + 1]) : here;
      for (int part = 0; part < FACTOR; part++) {
        int sample = here + (next - here) * part / FACTOR;
        int at = i * GROUP_BYTES + part * 2;
        pcm[at] = (byte) sample;
        pcm[at + 1] = (byte) (sample >> 8);
      }
    }
    return pcm;
  }

  /// The telephone samples among these.
  /// @param pcm whole groups of three samples; a rest is ignored
  public static byte[] toMuLaw(byte[] pcm) {
    byte[] ulaw = new byte[pcm.length / GROUP_BYTES];
    for (int i = 0; i < ulaw.length; i++) {
      int at = i * GROUP_BYTES;
      ulaw[i] = MuLaw.encode((short) ((pcm[at] & 0xFF) | (pcm[at + 1] << 8)));
    }
    return ulaw;
  }
}
