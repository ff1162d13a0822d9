package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A configured voice.
///
/// @param draft what is being edited; calls use the published version
/// @param isDefault whether it answers where nobody chose another
/// @param publishedVersion the number of the version that calls use; null until it is published
@MappedEntity(value = "receptionist", schema = "tenant")
public record Receptionist(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @JsonUnwrapped @TypeDef(type = DataType.JSON) ReceptionistConfig draft,
    boolean isDefault,
    @Nullable Integer publishedVersion,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  static Receptionist first(TenantId tenant, ReceptionistConfig draft, Instant now) {
    return new Receptionist(
        UuidCreator.getTimeOrderedEpoch(), tenant, draft, true, null, 0, now, now);
  }

  Receptionist with(ReceptionistConfig changed) {
    return new Receptionist(
        id, tenantId, changed, isDefault, publishedVersion, version, createdAt, updatedAt);
  }

  Receptionist published(int number) {
    return new Receptionist(id, tenantId, draft, isDefault, number, version, createdAt, updatedAt);
  }
}
