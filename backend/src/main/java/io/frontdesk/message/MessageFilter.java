package io.frontdesk.message;

import io.frontdesk.call.Urgency;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which messages are asked for; what is null does not narrow the list.
///
/// @param leadId a lead who left them: in one of their calls, or with their number to answer
/// @param q looked for in the text and in who left it
@Introspected
record MessageFilter(
    @QueryValue @Nullable MessageStatus status,
    @QueryValue @Nullable Urgency urgency,
    @QueryValue("call_id") @Nullable UUID callId,
    @QueryValue("lead_id") @Nullable UUID leadId,
    @QueryValue @Nullable String q) {}
