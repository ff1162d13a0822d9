package io.frontdesk.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/// One direction of one call: when each frame was sent, and whether they all arrive, in order. One
/// thread sends, one receives.
final class Flow {
  /// More than can be on their way at once: 20 s of frames.
  private static final int KEPT = 1024;

  private final AtomicLongArray sentAt = new AtomicLongArray(KEPT);
  private int lastSent = -1;
  private int lastReceived = -1;

  /// Numbers the next frame.
  int next(long now) {
    int number = ++lastSent;
    sentAt.setRelease(number % KEPT, now);
    return number;
  }

  /// Notes that a frame arrived.
  void received(int number, long now, Histogram latency, Meters meters) {
    if (number == lastReceived + 1) {
      lastReceived = number;
      latency.add(now - sentAt.getAcquire(number % KEPT));
    } else if (number > lastReceived) {
      meters.lost += number - lastReceived - 1;
      lastReceived = number;
    } else {
      meters.disordered++;
    }
  }
}
