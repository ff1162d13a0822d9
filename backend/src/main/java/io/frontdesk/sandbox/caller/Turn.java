package io.frontdesk.sandbox.caller;

import java.time.Duration;

/// One utterance, as it was on the line at the caller's end.
///
/// @param words U+FFFD stands where sound of the receptionist was lost, doubled or damaged
/// @param at when it began, from the start of the call
/// @param until when its last words were heard or said
/// @param whole whether it was heard or said to its end
public record Turn(Speaker speaker, String words, Duration at, Duration until, boolean whole) {
  /// Who spoke.
  public enum Speaker {
    CALLER,
    RECEPTIONIST
  }
}
