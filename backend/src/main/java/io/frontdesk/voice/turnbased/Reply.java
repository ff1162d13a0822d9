package io.frontdesk.voice.turnbased;

import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Usage;
import java.util.List;
import java.util.stream.Stream;

/// What came of thinking about what a caller said.
///
/// @param text to say
/// @param done what was done first, in order
/// @param then what follows once that is said
/// @param used what the models took for it
record Reply(String text, List<ToolCall> done, Then then, List<Usage> used) {
  /// The same, where this was done before and has not been spoken of.
  Reply after(List<ToolCall> before) {
    return new Reply(text, Stream.concat(before.stream(), done.stream()).toList(), then, used);
  }

  /// What follows.
  enum Then {
    /// The caller's turn.
    LISTEN,
    /// The end.
    LEAVE,
    /// Somebody is rung who takes the call.
    HAND_OVER
  }

  Reply {
    done = List.copyOf(done);
    used = List.copyOf(used);
  }
}
