package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that can be booked.
///
/// @param priceText as it is said to callers; null for no price
/// @param retiredAt since when it is offered no more; null while it is
@MappedEntity(value = "service", schema = "tenant")
public record Service(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    int durationMinutes,
    @Nullable String priceText,
    @Nullable Instant retiredAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// What its owner may edit.
  @Introspected
  public record Details(
      @NotBlank @Size(max = 200) String name,
      @NotNull @Min(5) @Max(1440) Integer durationMinutes,
      @Nullable @Size(max = 200) String priceText) {}

  /// A service that is offered from now on.
  public static Service offered(TenantId tenant, Details details, Instant now) {
    return new Service(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        details.name(),
        details.durationMinutes(),
        details.priceText(),
        null,
        0,
        now,
        now);
  }

  @JsonIgnore
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  Details details() {
    return new Details(name, durationMinutes, priceText);
  }

  Service with(Details details) {
    return new Service(
        id,
        tenantId,
        details.name(),
        details.durationMinutes(),
        details.priceText(),
        retiredAt,
        version,
        createdAt,
        updatedAt);
  }

  Service retired(Instant now) {
    return new Service(
        id, tenantId, name, durationMinutes, priceText, now, version, createdAt, updatedAt);
  }
}
