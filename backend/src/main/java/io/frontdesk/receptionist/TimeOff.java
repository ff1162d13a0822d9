package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time at which one of the staff is away.
///
/// @param reason for those who work there; callers are not told
@MappedEntity(value = "time_off", schema = "tenant")
public record TimeOff(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID staffId,
    Instant startsAt,
    Instant endsAt,
    @Nullable String reason,
    Instant createdAt) {
  private static final Duration LONGEST = Duration.ofDays(2 * 366);

  /// What is said of it.
  @Introspected
  record Details(
      @NotNull Instant startsAt,
      @NotNull Instant endsAt,
      @Nullable @Size(max = 200) String reason) {

    /// @throws RequestException.Rejected if it ends before it starts, or lasts for years
    void refuseImpossible() {
      if (!endsAt.isAfter(startsAt)) {
        throw new RequestException.Rejected("/ends_at", "must be after it starts");
      }
      if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
        throw new RequestException.Rejected("/ends_at", "must be within two years of its start");
      }
    }
  }

  static TimeOff of(TenantId tenant, UUID staffId, Details details, Instant now) {
    return new TimeOff(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        staffId,
        details.startsAt(),
        details.endsAt(),
        details.reason(),
        now);
  }
}
