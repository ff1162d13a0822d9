package io.frontdesk.voice;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// What this node has begun for calls and must end before it may stop: what is to be written down,
/// answers that somebody waits for, thoughts about what a caller said.
@Singleton
public class Unfinished {
  private final AtomicInteger begun = new AtomicInteger();

  /// Something was begun.
  ///
  /// @param end completed when it is done, or never will be
  public void until(CompletableFuture<?> end) {
    begun.incrementAndGet();
    end.whenComplete((_, _) -> begun.decrementAndGet());
  }

  /// Whether all of it is done.
  boolean isNone() {
    return begun.get() == 0;
  }
}
