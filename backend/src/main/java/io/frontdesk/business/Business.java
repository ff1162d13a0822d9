package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's profile.
///
/// @param id the tenant's own id
/// @param about what the business does, in its own words; null until told
/// @param timeZone the business's clock: what people say and see
/// @param recordingNotice what callers are told who may be recorded; null for the usual sentence
/// @param staffFirst whether its people's phones ring before the receptionist answers
/// @param recordingRetentionDays how long recordings are kept, here and at Twilio
@MappedEntity(value = "business", schema = "tenant")
public record Business(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    Industry industry,
    @Nullable String about,
    ZoneId timeZone,
    @TypeDef(type = DataType.JSON) Hours hours,
    @TypeDef(type = DataType.JSON) List<Holiday> holidays,
    RecordingConsent recordingConsent,
    @Nullable String recordingNotice,
    int recordingRetentionDays,
    @TypeDef(type = DataType.JSON) StaffFirst staffFirst,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  private static final int USUAL_RETENTION_DAYS = 30;

  /// A business as it starts: open office hours, no holidays, nothing recorded.
  public static Business start(
      TenantId tenant, String name, Industry industry, ZoneId timeZone, Instant now) {
    return new Business(
        tenant.value(),
        tenant,
        name,
        industry,
        null,
        timeZone,
        Hours.officeHours(),
        List.of(),
        RecordingConsent.OFF,
        null,
        USUAL_RETENTION_DAYS,
        StaffFirst.NEVER,
        0,
        now,
        now);
  }

  /// What its owner may edit.
  @Introspected
  public record Profile(
      @NotBlank @Size(max = 200) String name,
      @NotNull Industry industry,
      @Nullable @Size(max = 5000) String about,
      @NotNull ZoneId timeZone,
      @NotNull @Valid Hours hours,
      @NotNull @Size(max = 400) List<@NotNull @Valid Holiday> holidays,
      @NotNull RecordingConsent recordingConsent,
      @Nullable @Size(min = 1, max = 300) String recordingNotice,
      @NotNull @Min(1) @Max(3650) Integer recordingRetentionDays,
      @NotNull @Valid StaffFirst staffFirst) {}

  public Profile profile() {
    return new Profile(
        name,
        industry,
        about,
        timeZone,
        hours,
        holidays,
        recordingConsent,
        recordingNotice,
        recordingRetentionDays,
        staffFirst);
  }

  public Business with(Profile profile) {
    return new Business(
        id,
        tenantId,
        profile.name(),
        profile.industry(),
        profile.about(),
        profile.timeZone(),
        profile.hours(),
        profile.holidays(),
        profile.recordingConsent(),
        profile.recordingNotice(),
        profile.recordingRetentionDays(),
        profile.staffFirst(),
        version,
        createdAt,
        updatedAt);
  }

  /// The intervals in which it is open on `date`, holidays considered; empty when closed.
  public List<Hours.Interval> intervalsOn(LocalDate date) {
    return holidays.stream()
        .filter(holiday -> holiday.date().equals(date))
        .findFirst()
        .map(Holiday::hours)
        .orElseGet(() -> hours.on(date.getDayOfWeek()));
  }

  /// Whether its people's phones ring before the receptionist answers at `instant`, by its own
  /// clock.
  public boolean isStaffFirstAt(Instant instant) {
    return staffFirst.isAt(this, instant);
  }

  /// Whether it is open at `instant`, by its own clock.
  public boolean isOpenAt(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, timeZone);
    return Hours.isWithin(intervalsOn(local.toLocalDate()), local);
  }
}
