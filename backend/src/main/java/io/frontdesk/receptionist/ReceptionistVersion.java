package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

/// A receptionist as it was published; never changes.
///
/// @param number counts from 1 for each receptionist
@MappedEntity(value = "receptionist_version", schema = "tenant")
public record ReceptionistVersion(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID receptionistId,
    int number,
    @TypeDef(type = DataType.JSON) ReceptionistConfig config,
    Instant publishedAt) {}
