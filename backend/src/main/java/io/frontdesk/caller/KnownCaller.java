package io.frontdesk.caller;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the calls from one number are treated.
///
/// @param note why, for those who read it later
/// @param calls how many came since
/// @param lastCallAt null if none came
/// @param lastCallSid Twilio's id of it: who asks twice has called once
@MappedEntity(value = "known_caller", schema = "tenant")
public record KnownCaller(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    E164 number,
    Treatment treatment,
    @Nullable String note,
    int calls,
    @Nullable Instant lastCallAt,
    @JsonIgnore @Nullable String lastCallSid,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// What can be said of a number that nothing is said of yet.
  @Introspected
  record Made(
      @NotNull E164 number, @NotNull Treatment treatment, @Nullable @Size(max = 500) String note) {}

  /// What can be changed.
  @Introspected
  record Details(@NotNull Treatment treatment, @Nullable @Size(max = 500) String note) {}

  Details details() {
    return new Details(treatment, note);
  }

  KnownCaller with(Details details) {
    return new KnownCaller(
        id,
        tenantId,
        number,
        details.treatment(),
        details.note(),
        calls,
        lastCallAt,
        lastCallSid,
        version,
        createdAt,
        updatedAt);
  }
}
