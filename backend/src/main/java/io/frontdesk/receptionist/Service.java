package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that can be booked.
///
/// @param priceText as it is said to callers; null for no price
@MappedEntity(value = "service", schema = "tenant")
public record Service(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    int durationMinutes,
    @Nullable String priceText,
    Instant createdAt) {

  @JsonIgnore
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }
}
