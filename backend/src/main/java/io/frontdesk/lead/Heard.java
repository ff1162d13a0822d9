package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a caller said about themselves in one call; null where they said nothing.
///
/// @param fields their answers to intake questions, by key
public record Heard(
    E164 phone,
    @Nullable String name,
    @Nullable String email,
    @Nullable String intent,
    @Nullable Urgency urgency,
    Map<String, LeadField> fields) {}
