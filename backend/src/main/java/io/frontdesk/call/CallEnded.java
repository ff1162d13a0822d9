package io.frontdesk.call;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// A call's record was closed. Published inside the transaction that closes it, once per call.
public record CallEnded(TenantId tenant, UUID callId) {}
