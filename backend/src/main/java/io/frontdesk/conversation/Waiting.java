package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The caller's wait for the first sound of an answer.
/// @param since since when nothing is heard though an answer is due; null while that is not so
/// @param asks how often the caller was asked to hold on so far
/// @param held whether the caller was, since they spoke or the model did something last
/// @param works whether the model writes what a tool needs, which makes no sound
record Waiting(@Nullable Instant since, int asks, boolean held, boolean works) {
  static final Waiting NONE = new Waiting(null, 0, false, false);

  /// Notes whether all the caller hears is that an answer is due.
  /// @param from since when nothing has been heard
  Waiting heard(boolean nothing, Instant from) {
    return nothing == (since != null)
        ? this
        : new Waiting(nothing ? from : null, asks, held, works);
  }

  /// The caller is asked to hold on, and the time begins anew.
  Waiting asked(Instant now) {
    return new Waiting(now, asks + 1, true, works);
  }

  /// The model has begun to write what a tool needs.
  Waiting working() {
    return new Waiting(since, asks, held, true);
  }

  /// The caller speaks, or the model does something.
  Waiting over() {
    return held || works ? new Waiting(since, asks, false, false) : this;
  }
}
