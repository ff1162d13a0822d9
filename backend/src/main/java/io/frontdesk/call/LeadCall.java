package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/// A call and the lead that it left.
@Introspected
record LeadCall(UUID id, UUID leadId) {}
