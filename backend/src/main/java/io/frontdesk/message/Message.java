package io.frontdesk.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a caller left for the business.
///
/// @param callId the call in which it was left; null if it came another way
/// @param fromName null if the caller gave none
/// @param fromPhone where to answer; null if the caller gave no number and withheld their own
@MappedEntity(value = "message", schema = "tenant")
public record Message(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @Nullable UUID callId,
    @Nullable String fromName,
    @Nullable E164 fromPhone,
    String text,
    Urgency urgency,
    MessageStatus status,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// What people may change.
  @Introspected
  record Edit(@NotNull MessageStatus status) {}

  Edit editable() {
    return new Edit(status);
  }

  Message with(Edit edit) {
    return new Message(
        id,
        tenantId,
        callId,
        fromName,
        fromPhone,
        text,
        urgency,
        edit.status(),
        version,
        createdAt,
        updatedAt);
  }
}
