package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.business.Hours;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody with whom appointments are booked: one calendar.
///
/// @param hours when they work, within the business's hours; null for all of those
/// @param retiredAt since when nothing is booked with them any more; null while it is
@MappedEntity(value = "staff", schema = "tenant")
public record StaffMember(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    @TypeDef(type = DataType.JSON) @Nullable Hours hours,
    @Nullable Instant retiredAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// What their employer may edit.
  @Introspected
  record Details(@NotBlank @Size(max = 200) String name, @Nullable @Valid Hours hours) {}

  static StaffMember hired(TenantId tenant, Details details, Instant now) {
    return new StaffMember(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        details.name(),
        details.hours(),
        null,
        0,
        now,
        now);
  }

  Details details() {
    return new Details(name, hours);
  }

  StaffMember with(Details details) {
    return new StaffMember(
        id, tenantId, details.name(), details.hours(), retiredAt, version, createdAt, updatedAt);
  }

  StaffMember retired(Instant now) {
    return new StaffMember(id, tenantId, name, hours, now, version, createdAt, updatedAt);
  }
}
