package io.frontdesk.voice;

import java.util.concurrent.TimeUnit;

/// What time it is at the other end of the line, in milliseconds: how much of the caller's sound
/// has come. The telephone company plays ours by the same clock by which it sends us the caller's,
/// and both come by one socket, so that neither a slow network nor a slow machine puts it wrong.
///
/// Where nothing comes for a second, time goes on all the same. Of one event loop
/// only.
final class LineClock {
  private static final long LONGEST_PAUSE_MS = 1000;

  private long lineMs;
  private long cameAtMs = machineMs();

  /// Sound of the caller's has come.
  /// @param atMs where in the stream it is, as [LineClock] counts
  void comes(long atMs) {
    lineMs = atMs;
    cameAtMs = machineMs();
  }

  long nowMs() {
    long pauseMs = machineMs() - cameAtMs;
    return pauseMs > LONGEST_PAUSE_MS ? lineMs + pauseMs : lineMs;
  }

  private static long machineMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
