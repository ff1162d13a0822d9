package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;

/// Which leads are asked for; what is null does not narrow the list.
///
/// @param q looked for in name, e-mail address, wish and number
@Introspected
record LeadFilter(
    @QueryValue @Nullable LeadStatus status,
    @QueryValue @Nullable Urgency urgency,
    @QueryValue @Nullable String q) {}
