package io.frontdesk.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down one call, in order, on one thread of the [WritingDesk] at a time: what comes first
/// is stored first, and what waits together is stored together. While the database is away it waits
/// and tries again, and the call goes on.
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

  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final WritingDesk desk;
  private final String call;
  private final Consumer<Runnable> transaction;
  private final CompletableFuture<?> done = new CompletableFuture<@Nullable Void>();

  /// Of whichever thread is writing, as all below: what is to be stored each by itself.
  private final Deque<Entry> singly = new ArrayDeque<>();

  private Duration pause = FIRST_PAUSE;
  private long triedSince;
  private boolean ended;

  /// @param then is run when it is stored
  private record Entry(Runnable store, Runnable then) {}

  /// @param call names the call in the log
  /// @param transaction stores all that its argument does, or nothing
  CallWriter(WritingDesk desk, String call, Consumer<Runnable> transaction) {
    this.desk = desk;
    this.call = call;
    this.transaction = transaction;
  }

  /// Completed when it writes no more, because all is stored.
  CompletableFuture<?> done() {
    return done;
  }

  /// Whether it keeps up, more or less: one that does not has better things to store than details.
  boolean hasRoom() {
    return waiting.get() < MOST_WAITING / 2;
  }

  /// Has `entry` stored after all that were added before. It may be run more than once.
  void add(Runnable entry) {
    add(entry, () -> {});
  }

  /// As [#add(Runnable)].
  /// @param then is run when it is stored
  void add(Runnable entry, Runnable then) {
    if (waiting.get() >= MOST_WAITING) {
      LOG.error("Call {} leaves more than can be kept while the database is away", call);
    } else {
      put(new Entry(entry, then));
    }
  }

  /// Nothing more will be added after this, for which there always is room.
  void end(Runnable last) {
    put(new Entry(last, () -> {}));
    put(new Entry(() -> {}, () -> ended = true));
  }

  private void put(Entry entry) {
    waiting.incrementAndGet();
    entries.add(entry);
    if (writing.compareAndSet(false, true)) {
      desk.soon(this::write);
    }
  }

  /// Stores all that waits, or as much as can be stored now.
  private void write() {
    do {
      while (take()) {
        while (!singly.isEmpty()) {
          if (!store(singly.getFirst())) {
            desk.later(pause, this::write);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            return;
          }
          singly.removeFirst();
          pause = FIRST_PAUSE;
          triedSince = 0;
        }
      }
      writing.set(false);
      // What was put there meanwhile found somebody writing.
    } while (!entries.isEmpty() && writing.compareAndSet(false, true));
    if (ended) {
      done.complete(null);
    }
  }

  /// Takes what waits together and stores it together, if that can be done.
  ///
  /// @return whether there was any, or some is left to be stored by itself
  private boolean take() {
    if (!singly.isEmpty()) {
      return true;
    }
    for (Entry next; singly.size() < MOST_TOGETHER && (next = entries.poll()) != null; ) {
      singly.add(next);
    }
    waiting.addAndGet(-singly.size());
    if (singly.isEmpty()) {
      return false;
    }
    if (singly.size() > 1 && storedTogether()) {
      singly.clear();
    }
    return true;
  }

  /// Whether all of them are stored now; else none is, and each will be tried by itself.
  private boolean storedTogether() {
    try {
      transaction.accept(() -> singly.forEach(entry -> entry.store.run()));
    } catch (RuntimeException | Error e) {
      LOG.debug("Could not write down call {} at once", call, e);
      return false;
    }
    singly.forEach(this::tell);
    return true;
  }

  /// What is written stays written, whatever becomes of whoever waits to hear of it.
  private void tell(Entry entry) {
    try {
      entry.then.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("Nobody could be told that call {} was written down", call, e);
    }
  }

  /// Whether that is done with: stored, or given up.
  private boolean store(Entry entry) {
    try {
      entry.store.run();
    } catch (RuntimeException e) {
      long now = System.nanoTime();
      triedSince = triedSince == 0 ? now : triedSince;
      if (now - triedSince > PATIENCE.toNanos()) {
        LOG.error("Gave up an entry of call {}", call, e);
        return true;
      }
      LOG.warn("Could not write down call {}; trying again: {}", call, e.toString());
      return false;
    } catch (Error e) {
      LOG.error("Left out an entry of call {}", call, e); // what comes after it is not lost too
      return true;
    }
    tell(entry);
    return true;
  }
}
