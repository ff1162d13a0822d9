package io.frontdesk.sandbox.caller;

import java.time.Duration;

/// What a caller remembers when the line is restored after a break.
///
/// @param opened whether the opening line was said
/// @param interrupted whether the interruption is used up
/// @param utterances how many times the caller has spoken
/// @param onTheLine how long the call has lasted so far
public record Progress(boolean opened, boolean interrupted, int utterances, Duration onTheLine) {
  /// The call begins.
  public static final Progress START = new Progress(false, false, 0, Duration.ZERO);
}
