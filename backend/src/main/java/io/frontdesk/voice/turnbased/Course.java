package io.frontdesk.voice.turnbased;

import io.micronaut.core.annotation.Introspected;

/// Where a talk stands that is held turn by turn; all else is in the transcript.
///
/// @param silences how often the caller said nothing, one after the other
/// @param handedOver whether somebody else was to take the call
@Introspected
record Course(int silences, boolean handedOver) {
  static final Course BEGUN = new Course(0, false);
  static final Course HANDED_OVER = new Course(0, true);

  Course silent() {
    return new Course(silences + 1, false);
  }
}
