package io.frontdesk.conversation.tool;

import java.util.concurrent.atomic.AtomicReference;

/// Decides between a deed that is almost done and a time limit that is almost over: what the model
/// was told has failed must not be done after all.
final class Deed {
  private enum State {
    UNDER_WAY,
    DONE,
    GIVEN_UP
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.UNDER_WAY);

  /// The last thing before it is made final.
  /// @throws TooLate if it was given up; everything must be undone
  void finish() {
    if (!state.compareAndSet(State.UNDER_WAY, State.DONE)) {
      throw new TooLate();
    }
  }

  /// Whether it will never be done now.
  boolean giveUp() {
    return state.compareAndSet(State.UNDER_WAY, State.GIVEN_UP);
  }

  /// The time was up before the deed was done.
  static final class TooLate extends RuntimeException {
    TooLate() {
      super("given up", null, false, false);
    }
  }
}
