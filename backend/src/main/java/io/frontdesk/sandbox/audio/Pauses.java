package io.frontdesk.sandbox.audio;

import java.io.ByteArrayOutputStream;

/// Shortens the silences of synthesised speech, so that a pause between sentences is not taken for
/// the end of a turn.
final class Pauses {
  private static final int QUIET = 200;
  private static final int LEAD_SAMPLES = 160;
  private static final int TAIL_SAMPLES = 320;
  private static final int PAUSE_SAMPLES = 1_920;

  private Pauses() {}

  /// The sound with 20 ms of quiet before it, 40 ms after it and at most 240 ms within.
  static byte[] tighten(byte[] ulaw) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(ulaw.length);
    int at = 0;
    while (at < ulaw.length) {
      int end = endOfQuiet(ulaw, at);
      if (end == ulaw.length && kept.size() == 0) {
        return new byte[0];
      }
      int allowed = end == ulaw.length ? TAIL_SAMPLES : at == 0 ? LEAD_SAMPLES : PAUSE_SAMPLES;
      int from = at == 0 ? Math.max(at, end - allowed) : at;
      kept.write(ulaw, from, Math.min(end - from, allowed));
      at = end;
      while (at < ulaw.length && !quiet(ulaw[at])) {
        kept.write(ulaw[at++]);
      }
    }
    return kept.toByteArray();
  }

  private static int endOfQuiet(byte[] ulaw, int from) {
    int at = from;
    while (at < ulaw.length && quiet(ulaw[at])) {
      at++;
    }
    return at;
  }

  private static boolean quiet(byte sample) {
    return Math.abs(MuLaw.decode(sample)) < QUIET;
  }
}
