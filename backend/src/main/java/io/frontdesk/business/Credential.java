package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// A tenant's account at another company.
///
/// @param provider for example `twilio`
/// @param account the public half, for example a SID
/// @param secret encrypted for the tenant
@MappedEntity(value = "credential", schema = "tenant")
public record Credential(
    @Id UUID id,
    TenantId tenantId,
    String provider,
    String account,
    String secret,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {}
