package io.frontdesk.voice;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down one call, in order, on a thread of its own: what comes first is stored first. While
/// the database is away it waits and tries again, and the call goes on.
final class CallWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CallWriter.class);

  /// More than any call of half an hour leaves.
  private static final int MOST_WAITING = 2000;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// For how long one entry is tried; the carrier's word closes the record of a call that is given
  /// up.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final BlockingQueue<Runnable> entries = new LinkedBlockingQueue<>(MOST_WAITING);
  private final String call;

  /// Of the writing thread only.
  private boolean ended;

  private CallWriter(String call) {
    this.call = call;
  }

  /// @param call names the call in the log
  static CallWriter start(String call) {
    var writer = new CallWriter(call);
    Thread.ofVirtual().name("write " + call).start(writer::write);
    return writer;
  }

  /// Whether it keeps up, more or less: one that does not has better things to store than details.
  boolean hasRoom() {
    return entries.size() < MOST_WAITING / 2;
  }

  /// Has `entry` stored after all that were added before. It may be run more than once.
  void add(Runnable entry) {
    if (!entries.offer(entry)) {
      LOG.error("Call {} leaves more than can be kept while the database is away", call);
    }
  }

  /// Nothing more will be added.
  void end() {
    add(() -> ended = true);
  }

  private void write() {
    try {
      while (!ended) {
        store(entries.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(Runnable entry) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        entry.run();
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() > deadline) {
          LOG.error("Gave up an entry of call {}", call, e);
          return;
        }
        LOG.warn("Could not write down call {}; trying again: {}", call, e.toString());
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }
}
