package io.frontdesk.phonenumber;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number that a tenant rents.
///
/// @param sid Twilio's id of it; null while it is being bought
/// @param label what the business calls it; null until named
/// @param receptionistId who answers it; null for the default receptionist
@MappedEntity(value = "phone_number", schema = "tenant")
public record PhoneNumber(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    E164 number,
    @JsonIgnore @Nullable String sid,
    @Nullable String label,
    @Nullable UUID receptionistId,
    Source source,
    NumberState state,
    @Relation(Relation.Kind.EMBEDDED) Webhooks webhooks,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// A number that will be asked for at Twilio.
  static PhoneNumber wanted(TenantId tenant, E164 number, Use use, Source source, Instant now) {
    return start(tenant, number, null, use, source, NumberState.BUYING, Webhooks.never(), now);
  }

  /// A number that the tenant's account at Twilio rents.
  static PhoneNumber rented(
      TenantId tenant, E164 number, String sid, Use use, Source source, Webhooks seen, Instant at) {
    return start(tenant, number, sid, use, source, NumberState.ACTIVE, seen, at);
  }

  private static PhoneNumber start(
      TenantId tenant,
      E164 number,
      @Nullable String sid,
      Use use,
      Source source,
      NumberState state,
      Webhooks webhooks,
      Instant now) {
    return new PhoneNumber(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        number,
        sid,
        use.label(),
        use.receptionistId(),
        source,
        state,
        webhooks,
        0,
        now,
        now);
  }

  /// What its owner may edit.
  @Introspected
  record Use(@Nullable @Size(max = 100) String label, @Nullable UUID receptionistId) {
    static final Use ANY = new Use(null, null);
  }

  Use use() {
    return new Use(label, receptionistId);
  }
}
