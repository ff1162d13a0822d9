package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How quick the receptionist was, in milliseconds; null where it never came to it.
///
/// @param firstWordMs from the stream's start to the first word played
/// @param replyMedianMs from the caller's last word to the answer's first, half of the times
/// @param replySlowestMs the same, at worst
@Introspected
public record Latency(
    @Nullable Integer firstWordMs,
    @Nullable Integer replyMedianMs,
    @Nullable Integer replySlowestMs) {}
