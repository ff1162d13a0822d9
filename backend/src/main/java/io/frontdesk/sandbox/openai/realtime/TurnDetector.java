package io.frontdesk.sandbox.openai.realtime;

import io.frontdesk.sandbox.audio.MuLaw;
import java.util.Optional;

/// Finds out from the loudness of sound, 20 ms at a time, where speech begins and ends. All times
/// count appended sound.
final class TurnDetector {
  static final int WINDOW_MS = 20;

  /// Loudness that is as likely speech as not: 1 % of full scale, -40 dBFS.
  private static final double HALF = 0.01;

  private static final int WINDOWS_TO_START = 3;
  private static final int WITHIN_WINDOWS = 5;

  /// What changed.
  enum Edge {
    STARTED,
    STOPPED
  }

  private boolean speaking;
  private int recent;
  private long startMs;
  private int silentMs;

  /// Listens to the next 20 ms.
  ///
  /// @param endMs where they end
  /// @param silenceMs how much silence ends a turn
  Optional<Edge> listen(byte[] ulaw, int offset, long endMs, double threshold, int silenceMs) {
    boolean speech = activation(MuLaw.loudness(ulaw, offset, MuLaw.FRAME_SAMPLES)) > threshold;
    return speaking ? during(speech, silenceMs) : before(speech, endMs);
  }

  private Optional<Edge> before(boolean speech, long endMs) {
    recent = ((recent << 1) | (speech ? 1 : 0)) & ((1 << WITHIN_WINDOWS) - 1);
    if (Integer.bitCount(recent) < WINDOWS_TO_START) {
      return Optional.empty();
    }
    int windowsAgo = Integer.SIZE - Integer.numberOfLeadingZeros(recent);
    startMs = endMs - (long) windowsAgo * WINDOW_MS;
    speaking = true;
    silentMs = 0;
    return Optional.of(Edge.STARTED);
  }

  private Optional<Edge> during(boolean speech, int silenceMs) {
    silentMs = speech ? 0 : silentMs + WINDOW_MS;
    if (silentMs < Math.max(silenceMs, WINDOW_MS)) {
      return Optional.empty();
    }
    reset();
    return Optional.of(Edge.STOPPED);
  }

  boolean isSpeaking() {
    return speaking;
  }

  /// Where the speech began that was noticed last.
  long startMs() {
    return startMs;
  }

  void reset() {
    speaking = false;
    recent = 0;
    silentMs = 0;
  }

  /// How sure it is that sound of this loudness is speech, 0 to 1.
  static double activation(double loudness) {
    return loudness / (loudness + HALF);
  }
}
