package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call that comes in and is answered.
///
/// @param from null when the caller withholds the number
/// @param to null if nobody has dialled it, which test calls alone may be
/// @param receptionistVersion null if it is held with the draft
/// @param clockOffset what the business's own clock reads minus what it really is, for practice
/// calls set at another hour; null for none
/// @param engine what answers it
/// @param test see [Call#test]
public record NewCall(
    String callSid,
    @Nullable E164 from,
    @Nullable E164 to,
    UUID receptionistId,
    @Nullable Integer receptionistVersion,
    @Nullable Duration clockOffset,
    Engine engine,
    boolean test) {}
