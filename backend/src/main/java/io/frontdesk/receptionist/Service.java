package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that can be booked.
///
/// @param bufferBeforeMinutes kept free before it, to get ready or to get there
/// @param bufferAfterMinutes kept free after it
/// @param minimumNoticeMinutes how long before it starts it must be booked
/// @param horizonDays how many days ahead it can be booked
/// @param staffIds who does it; null for everybody
/// @param priceText as it is said to callers; null for no price
/// @param retiredAt since when it is offered no more; null while it is
@MappedEntity(value = "service", schema = "tenant")
public record Service(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    int durationMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    int minimumNoticeMinutes,
    int horizonDays,
    @TypeDef(type = DataType.JSON) @Nullable List<UUID> staffIds,
    @Nullable String priceText,
    @Nullable Instant retiredAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  private static final int FARTHEST_DAYS = 730;

  /// What its owner may edit. What is left out is as it usually is: no buffers, no notice, two
  /// years ahead, by everybody.
  @Introspected
  public record Details(
      @NotBlank @Size(max = 200) String name,
      @NotNull @Min(5) @Max(1440) Integer durationMinutes,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @NotNull @Min(0) @Max(480)
          Integer bufferBeforeMinutes,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @NotNull @Min(0) @Max(480)
          Integer bufferAfterMinutes,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @NotNull @Min(0) @Max(43_200)
          Integer minimumNoticeMinutes,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @NotNull @Min(1) @Max(FARTHEST_DAYS)
          Integer horizonDays,
      @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> staffIds,
      @Nullable @Size(max = 200) String priceText) {
    public Details {
      bufferBeforeMinutes = usually(bufferBeforeMinutes, 0);
      bufferAfterMinutes = usually(bufferAfterMinutes, 0);
      minimumNoticeMinutes = usually(minimumNoticeMinutes, 0);
      horizonDays = usually(horizonDays, FARTHEST_DAYS);
    }

    private static int usually(@Nullable Integer said, int otherwise) {
      return said == null ? otherwise : said;
    }
  }

  /// A service that is offered from now on.
  public static Service offered(TenantId tenant, Details details, Instant now) {
    return of(UuidCreator.getTimeOrderedEpoch(), tenant, details, null, 0, now, now);
  }

  @JsonIgnore
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  @JsonIgnore
  public Duration bufferBefore() {
    return Duration.ofMinutes(bufferBeforeMinutes);
  }

  @JsonIgnore
  public Duration bufferAfter() {
    return Duration.ofMinutes(bufferAfterMinutes);
  }

  @JsonIgnore
  public Duration minimumNotice() {
    return Duration.ofMinutes(minimumNoticeMinutes);
  }

  /// Whether this member of staff does it.
  public boolean isDoneBy(UUID staffId) {
    return staffIds == null || staffIds.contains(staffId);
  }

  Details details() {
    return new Details(
        name,
        durationMinutes,
        bufferBeforeMinutes,
        bufferAfterMinutes,
        minimumNoticeMinutes,
        horizonDays,
        staffIds,
        priceText);
  }

  Service with(Details details) {
    return of(id, tenantId, details, retiredAt, version, createdAt, updatedAt);
  }

  Service retired(Instant now) {
    return of(id, tenantId, details(), now, version, createdAt, updatedAt);
  }

  private static Service of(
      UUID id,
      TenantId tenant,
      Details details,
      @Nullable Instant retiredAt,
      long version,
      Instant createdAt,
      Instant updatedAt) {
    return new Service(
        id,
        tenant,
        details.name(),
        details.durationMinutes(),
        details.bufferBeforeMinutes(),
        details.bufferAfterMinutes(),
        details.minimumNoticeMinutes(),
        details.horizonDays(),
        details.staffIds(),
        details.priceText(),
        retiredAt,
        version,
        createdAt,
        updatedAt);
  }
}
