package io.frontdesk.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Something that a caller said about themselves.
///
/// @param key of the intake question that it answers
/// @param value normalised: a number in E.164, an address as programs write it
/// @param said in the caller's own words
/// @param verified whether the caller heard it read back and agreed
@MappedEntity(value = "call_fact", schema = "tenant")
public record Fact(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID callId,
    String key,
    String value,
    String said,
    Source source,
    boolean verified,
    Instant notedAt) {}
