package io.frontdesk.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody asked to have done.
///
/// @param customerId whose it is; null if they are not on the books
/// @param callId on which it was asked for; null if it came another way
/// @param type what kind of thing, in a word or two: "repair"
/// @param location where; null if it was not told
@MappedEntity(value = "service_request", schema = "tenant")
public record ServiceRequest(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @Nullable UUID customerId,
    @Nullable UUID callId,
    String type,
    String description,
    @Nullable String location,
    Urgency urgency,
    @Nullable String name,
    @Nullable E164 phone,
    RequestStatus status,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// A request as somebody writes it.
  ///
  /// @param urgency null for normal
  @Introspected
  public record Made(
      @Nullable UUID customerId,
      @NotBlank @Size(max = 100) String type,
      @NotBlank @Size(max = 4000) String description,
      @Nullable @Size(max = 500) String location,
      @Nullable Urgency urgency,
      @Nullable @Size(max = 200) String name,
      @Nullable E164 phone) {}

  /// What can be changed.
  @Introspected
  record Details(
      @NotBlank @Size(max = 100) String type,
      @NotBlank @Size(max = 4000) String description,
      @Nullable @Size(max = 500) String location,
      @NotNull Urgency urgency,
      @NotNull RequestStatus status) {}

  Details details() {
    return new Details(type, description, location, urgency, status);
  }

  ServiceRequest with(Details details) {
    return new ServiceRequest(
        id,
        tenantId,
        customerId,
        callId,
        details.type(),
        details.description(),
        details.location(),
        details.urgency(),
        name,
        phone,
        details.status(),
        version,
        createdAt,
        updatedAt);
  }
}
