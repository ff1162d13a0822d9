package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;

/// A tenant was suspended, or is served again. Published inside the transaction that makes it so.
public record TenantStandingChanged(TenantId tenant) {}
