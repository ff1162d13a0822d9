package io.frontdesk.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

/// Something that happened to a tenant.
///
/// @param type as the API's list of events names it, for example `call.ended`
/// @param subjectId the row that it happened to
@MappedEntity(value = "event", schema = "tenant")
public record Event(
    @Id UUID id,
    TenantId tenantId,
    String type,
    UUID subjectId,
    @TypeDef(type = DataType.JSON) JsonNode data,
    Instant createdAt) {}
