package io.frontdesk.call;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// A call's record is about to be closed, in the transaction that is open: the last moment to add
/// to what the call leaves behind.
public record CallEnding(TenantId tenant, UUID callId) {}
