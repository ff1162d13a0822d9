package io.frontdesk.appointment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody comes for at a time.
///
/// @param callId null if it was not booked on a call
/// @param name who comes
/// @param reason what for, in the caller's words
/// @param blockedFrom since when nothing else can be: its start, less what is kept free before it
/// @param blockedUntil until when nothing else can be: its end, and what is kept free after it
@MappedEntity(value = "appointment", schema = "tenant")
public record Appointment(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID serviceId,
    UUID staffId,
    @Nullable UUID callId,
    Instant startsAt,
    Instant endsAt,
    String name,
    @Nullable E164 phone,
    @Nullable String email,
    @Nullable String reason,
    AppointmentStatus status,
    @JsonIgnore Instant blockedFrom,
    @JsonIgnore Instant blockedUntil,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {}
