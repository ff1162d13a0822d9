package io.frontdesk.voice;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A thread that does nothing but beat every 20 ms, and counts how often it is more than a beat
/// late: what this machine does to the calmest of threads.
final class Pulse {
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);

  private final Thread thread;
  private volatile boolean running = true;
  private long beats;
  private long late;

  private Pulse() {
    thread = Thread.ofPlatform().daemon().name("pulse").start(this::beat);
  }

  static Pulse start() {
    return new Pulse();
  }

  void stop() throws InterruptedException {
    running = false;
    thread.join();
  }

  /// The share of beats that were late, once it has stopped.
  double lateShare() {
    return (double) late / beats;
  }

  private void beat() {
    long due = System.nanoTime() + PERIOD;
    while (running) {
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
        continue;
      }
      beats++;
      if (-early > PERIOD) {
        late++;
      }
      due += PERIOD;
    }
  }
}
