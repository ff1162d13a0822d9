package io.frontdesk.voice;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Finds out that a model has fallen silent in the midst of a sentence. Models make sound faster
/// than it is played, so the silence is counted from where the caller begins to hear it. Of one
/// event loop only.
final class Sentences {
  private static final long NS_PER_SAMPLE = TimeUnit.SECONDS.toNanos(1) / 8000;

  private final long mostNs;
  private final Runnable silence;
  private @Nullable EventLoop loop;
  private @Nullable ScheduledFuture<?> timer;

  /// When the caller has heard all that came so far.
  private long playedNs = System.nanoTime();

  private long lookAtNs;

  /// @param most for how long the caller may hear nothing until more comes of what was begun
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
  void says(int samples) {
    waitsFor(samples);
    if (timer == null) {
      waits(playedNs + mostNs - System.nanoTime());
    }
  }

  /// Something else is said before what comes next.
  void waitsFor(int samples) {
    long now = System.nanoTime();
    playedNs = (playedNs - now > 0 ? playedNs : now) + samples * NS_PER_SAMPLE;
  }

  /// What came so far will not be played any more.
  void isCut() {
    playedNs = System.nanoTime();
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
      lookAtNs = System.nanoTime() + ns;
      timer = loop.schedule(this::looks, ns, TimeUnit.NANOSECONDS);
    }
  }

  /// Where this machine stood still itself, what came meanwhile is read before it looks again.
  private void looks() {
    timer = null;
    long now = System.nanoTime();
    long left = playedNs + mostNs - now;
    if (left > 0) {
      waits(left);
    } else if (now - lookAtNs > mostNs / 2) {
      waits(mostNs / 2);
    } else {
      silence.run();
    }
  }
}
