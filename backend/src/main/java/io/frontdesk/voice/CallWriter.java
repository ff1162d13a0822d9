package io.frontdesk.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down one call, in order, on a thread of its own: what comes first is stored first, and
/// what waits together is stored together. While the database is away it waits and tries again, and
/// the call goes on.
final class CallWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CallWriter.class);

  /// More than any call of half an hour leaves.
  private static final int MOST_WAITING = 2000;

  private static final int MOST_TOGETHER = 50;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// For how long one entry is tried; the carrier's word closes the record of a call that is given
  /// up.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final String call;
  private final Consumer<Runnable> transaction;

  private final CompletableFuture<?> done = new CompletableFuture<@Nullable Void>();

  /// Of the writing thread only.
  private boolean ended;

  /// @param then is run when it is stored
  private record Entry(Runnable store, Runnable then) {}

  private CallWriter(String call, Consumer<Runnable> transaction) {
    this.call = call;
    this.transaction = transaction;
  }

  /// @param call names the call in the log
  /// @param transaction stores all that its argument does, or nothing
  static CallWriter start(String call, Consumer<Runnable> transaction) {
    var writer = new CallWriter(call, transaction);
    Thread.ofVirtual().name("write " + call).start(writer::write);
    return writer;
  }

  /// Completed when it writes no more, because all is stored.
  CompletableFuture<?> done() {
    return done;
  }

  /// Whether it keeps up, more or less: one that does not has better things to store than details.
  boolean hasRoom() {
    return entries.size() < MOST_WAITING / 2;
  }

  /// Has `entry` stored after all that were added before. It may be run more than once.
  void add(Runnable entry) {
    add(entry, () -> {});
  }

  /// As [#add(Runnable)].
  /// @param then is run when it is stored
  void add(Runnable entry, Runnable then) {
    if (entries.size() >= MOST_WAITING) {
      LOG.error("Call {} leaves more than can be kept while the database is away", call);
    } else {
      entries.add(new Entry(entry, then));
    }
  }

  /// Nothing more will be added after this, for which there always is room.
  void end(Runnable last) {
    entries.add(new Entry(last, () -> {}));
    entries.add(new Entry(() -> {}, () -> ended = true));
  }

  private void write() {
    try {
      while (!ended) {
        var waiting = new ArrayList<>(List.of(entries.take()));
        entries.drainTo(waiting, MOST_TOGETHER - 1);
        if (waiting.size() == 1 || !storedTogether(waiting)) {
          for (Entry entry : waiting) {
            store(entry);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.complete(null);
    }
  }

  /// Whether all of them are stored now; else none is, and each will be tried by itself.
  private boolean storedTogether(List<Entry> waiting) {
    try {
      transaction.accept(() -> waiting.forEach(entry -> entry.store.run()));
    } catch (RuntimeException e) {
      LOG.debug("Could not write down call {} at once", call, e);
      return false;
    }
    waiting.forEach(this::tell);
    return true;
  }

  /// What is written stays written, whatever becomes of whoever waits to hear of it.
  private void tell(Entry entry) {
    try {
      entry.then.run();
    } catch (RuntimeException e) {
      LOG.warn("Nobody could be told that call {} was written down", call, e);
    }
  }

  private void store(Entry entry) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        entry.store.run();
        tell(entry);
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
