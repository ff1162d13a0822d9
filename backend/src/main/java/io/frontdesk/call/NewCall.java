package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call that comes in and is answered.
///
/// @param from null when the caller withholds the number
/// @param clockOffset what the business's own clock reads minus what it really is, for practice
/// calls set at another hour; null for none
public record NewCall(
    String callSid,
    @Nullable E164 from,
    E164 to,
    UUID receptionistId,
    int receptionistVersion,
    @Nullable Duration clockOffset) {}
