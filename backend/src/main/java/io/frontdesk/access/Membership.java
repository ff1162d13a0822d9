package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;

/// A person's place in one business.
@Introspected
public record Membership(TenantId tenantId, String tenantName, Role role) {}
