package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;

/// This node has learnt that a tenant is suspended: whatever it holds open for that tenant ends.
public record TenantSuspended(TenantId tenant) {}
