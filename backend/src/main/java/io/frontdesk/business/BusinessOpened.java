package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;

/// A business has just signed up. Published inside the transaction that makes it, so that a
/// listener's rows commit with it or not at all.
public record BusinessOpened(TenantId tenant, Business business) {}
