package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Beats every 20 ms for all calls, on one thread, without drift: each beat has its due time, and a
/// late one is followed sooner by the next. After a long stop of the machine it does not make up
/// for more than a few beats, so that no server gets a flood of sound; the time is then simply
/// gone.
final class Metronome implements AutoCloseable {
  /// How much sound a beat stands for.
  static final Duration PERIOD = Duration.ofMillis(20);

  private static final int MOST_BEHIND = 5;
  private static final Logger log = LoggerFactory.getLogger(Metronome.class);

  private final Set<Beat> beats = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private final long period;
  private volatile boolean running = true;

  /// Something that lives 20 ms at a time. Must not block.
  interface Beat {

    /// 20 ms have passed.
    ///
    /// @param late whether this beat came more than a period late
    void tick(boolean late);

    /// A tick has failed; there will be no more.
    void failed(RuntimeException why);
  }

  /// A metronome that beats at once.
  ///
  /// @param beat how long a beat takes, usually [#PERIOD]; less lets calls run faster than life
  Metronome(Duration beat) {
    period = beat.toNanos();
    thread = Thread.ofPlatform().daemon().name("Twilio's stand-in: clock").start(this::run);
  }

  void add(Beat beat) {
    beats.add(beat);
  }

  void remove(Beat beat) {
    beats.remove(beat);
  }

  /// How many calls it beats for.
  int size() {
    return beats.size();
  }

  private void run() {
    var due = System.nanoTime() + period;
    while (running) {
      var early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
        continue;
      }
      var behind = -early / period;
      if (behind > MOST_BEHIND) {
        due += (behind - MOST_BEHIND) * period;
      }
      for (var beat : beats) {
        tick(beat, behind > 0);
      }
      due += period;
    }
  }

  private void tick(Beat beat, boolean late) {
    try {
      beat.tick(late);
    } catch (RuntimeException e) {
      log.error("a call's clock failed", e);
      beats.remove(beat);
      beat.failed(e);
    }
  }

  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
