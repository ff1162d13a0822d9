package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;

/// A business's profile was changed. Published inside the transaction that changes it.
public record BusinessChanged(TenantId tenant, Business before, Business after) {}
