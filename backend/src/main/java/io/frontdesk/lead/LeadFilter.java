package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which leads are asked for; what is null does not narrow the list.
///
/// @param mergedInto those that were merged into this lead; without it, those that were into none
/// @param q looked for in name, e-mail address, wish and number
@Introspected
record LeadFilter(
    @QueryValue @Nullable LeadStatus status,
    @QueryValue @Nullable Urgency urgency,
    @QueryValue("merged_into") @Nullable UUID mergedInto,
    @QueryValue @Nullable String q) {}
