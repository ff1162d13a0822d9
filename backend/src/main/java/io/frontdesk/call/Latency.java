package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How quick the receptionist was, in milliseconds; null where it never came to it.
///
/// @param answerMs from the telephone company's question to the open line
/// @param firstWordMs from the stream's start to the first word played
/// @param replyMedianMs from the caller's last word to the answer's first, half of the times
/// @param replyP95Ms the same, 95 of 100 times
/// @param replySlowestMs the same, at worst
@Introspected
public record Latency(
    @Nullable Integer answerMs,
    @Nullable Integer firstWordMs,
    @Nullable Integer replyMedianMs,
    @Nullable @JsonProperty("reply_p95_ms") Integer replyP95Ms,
    @Nullable Integer replySlowestMs) {}
