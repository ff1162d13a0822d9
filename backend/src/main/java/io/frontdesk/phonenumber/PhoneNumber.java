package io.frontdesk.phonenumber;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number that a tenant rents.
///
/// @param sid Twilio's id of it
/// @param label what the business calls it; null until named
/// @param receptionistId who answers it; null for the default receptionist
@MappedEntity(value = "phone_number", schema = "tenant")
public record PhoneNumber(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    E164 number,
    @JsonIgnore String sid,
    @Nullable String label,
    @Nullable UUID receptionistId,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  static PhoneNumber rented(TenantId tenant, E164 number, String sid, Instant now) {
    return new PhoneNumber(
        UuidCreator.getTimeOrderedEpoch(), tenant, number, sid, null, null, 0, now, now);
  }

  /// What its owner may edit.
  @Introspected
  record Use(@Nullable @Size(max = 100) String label, @Nullable UUID receptionistId) {}

  Use use() {
    return new Use(label, receptionistId);
  }

  PhoneNumber with(Use use) {
    return new PhoneNumber(
        id,
        tenantId,
        number,
        sid,
        use.label(),
        use.receptionistId(),
        version,
        createdAt,
        updatedAt);
  }
}
