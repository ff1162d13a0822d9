package io.frontdesk.voice.turnbased;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Where a talk stands that is held turn by turn; all else is in the transcript.
///
/// @param silences how often the caller said nothing, one after the other
/// @param handedOver whether somebody else was to take the call
/// @param offers how often the business's keys were told, one after the other; 0 if what is pressed
/// means none of them; null in what an older version wrote
@Introspected
record Course(int silences, boolean handedOver, @Nullable Integer offers) {
  static final Course BEGUN = new Course(0, false, 0);
  static final Course HANDED_OVER = new Course(0, true, 0);

  /// The keys were told, or stand as they were told.
  static final Course OFFERING = new Course(0, false, 1);

  Course silent() {
    return new Course(silences + 1, false, 0);
  }

  int timesOffered() {
    return offers == null ? 0 : offers;
  }

  boolean offersKeys() {
    return timesOffered() > 0;
  }

  /// The keys were told once more, to somebody who did nothing.
  Course silentOffering() {
    return new Course(silences + 1, false, timesOffered() + 1);
  }

  /// The keys were told once more, to somebody who pressed another one.
  Course offeringAgain() {
    return new Course(0, false, timesOffered() + 1);
  }
}
