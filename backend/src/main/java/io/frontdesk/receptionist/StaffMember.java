package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Somebody with whom appointments are booked: one calendar.
@MappedEntity(value = "staff", schema = "tenant")
public record StaffMember(
    @Id UUID id, @JsonIgnore TenantId tenantId, String name, Instant createdAt) {}
