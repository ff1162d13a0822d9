package io.frontdesk.bench;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Gives everybody on one event loop a turn every 20 ms, spread over the 20 ms so that not all of
/// them send at once. Of that loop only.
final class Ticker {
  private static final int SLOTS = 20;
  private static final long SLOT_NS = TimeUnit.MILLISECONDS.toNanos(1);

  /// What everybody here sees.
  final Meters meters = new Meters();

  private final EventLoop loop;
  private final List<List<Ticking>> slots = new ArrayList<>();
  private long due = System.nanoTime();
  private int slot;
  private int next;
  private boolean paused;

  /// Whoever has something to do every 20 ms.
  interface Ticking {
    /// @return whether to come again
    boolean tick();
  }

  Ticker(EventLoop loop) {
    this.loop = loop;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
  }

  void begin() {
    loop.execute(this::run);
  }

  void add(Ticking one) {
    // 7 and 20 have no common divisor: each newcomer is put far from the one before.
    next = (next + 7) % SLOTS;
    slots.get(next).add(one);
  }

  /// Whether nobody gets a turn.
  void pause(boolean whether) {
    paused = whether;
  }

  private void run() {
    for (long now = System.nanoTime(); due <= now; now = System.nanoTime()) {
      long dueAt = due;
      if (!paused) {
        slots.get(slot).removeIf(one -> isOver(one, dueAt));
      }
      slot = (slot + 1) % SLOTS;
      due += SLOT_NS;
    }
    loop.schedule(this::run, due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private boolean isOver(Ticking one, long dueAt) {
    meters.tickLag.add(System.nanoTime() - dueAt);
    return !one.tick();
  }
}
