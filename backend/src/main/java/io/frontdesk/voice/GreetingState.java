package io.frontdesk.voice;

import io.frontdesk.voice.speech.CannotSpeak.Reason;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with the recorded greetings of a published receptionist. As long as one is
/// missing, the model says it when somebody calls.
///
/// @param recorded whether all are there: of the hours, closed and holidays
/// @param problem why not; null while nothing has gone wrong
/// @param failedAt when that was
@Introspected
record GreetingState(boolean recorded, @Nullable Reason problem, @Nullable Instant failedAt) {
  static final GreetingState RECORDED = new GreetingState(true, null, null);
  static final GreetingState IN_THE_MAKING = new GreetingState(false, null, null);
}
