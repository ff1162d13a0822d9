package io.frontdesk.voice;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Finds out that a model has fallen silent in the midst of a sentence. Of one event loop only.
final class Sentences {
  private final long mostNs;
  private final Runnable silence;
  private @Nullable EventLoop loop;
  private @Nullable ScheduledFuture<?> timer;
  private long lastNs;

  /// @param most how long it may take until more comes of what was begun
  /// @param silence is told when more did not come in time
  Sentences(Duration most, Runnable silence) {
    this.mostNs = most.toNanos();
    this.silence = silence;
  }

  /// Where time passes.
  void on(EventLoop calls) {
    loop = calls;
  }

  /// More came.
  void says() {
    lastNs = System.nanoTime();
    if (timer == null) {
      waits(mostNs);
    }
  }

  /// All of it has come, or will not be waited for.
  void ends() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void waits(long ns) {
    if (loop != null) {
      timer = loop.schedule(this::looks, ns, TimeUnit.NANOSECONDS);
    }
  }

  private void looks() {
    timer = null;
    long left = lastNs + mostNs - System.nanoTime();
    if (left > 0) {
      waits(left);
    } else {
      silence.run();
    }
  }
}
