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
/// @param text of a voicemail, what was written down of it: empty until it is, or if nobody could
/// @param recordingId what can be listened to; null if that was not recorded
/// @param callId the call in which it was left; null if it came another way
/// @param fromName null if the caller gave none
/// @param fromPhone where to answer; null if the caller gave no number and withheld their own
/// @param dueAt by when the caller, who was promised a person and talked to none, or left a
/// voicemail, is to be called back; null where nothing was promised
@MappedEntity(value = "message", schema = "tenant")
public record Message(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @Nullable UUID callId,
    @Nullable String fromName,
    @Nullable E164 fromPhone,
    MessageKind kind,
    String text,
    @JsonIgnore @Nullable UUID recordingId,
    Urgency urgency,
    MessageStatus status,
    @Nullable Instant dueAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// This voicemail, written down.
  Message saying(String words) {
    return new Message(
        id,
        tenantId,
        callId,
        fromName,
        fromPhone,
        kind,
        words,
        recordingId,
        urgency,
        status,
        dueAt,
        version,
        createdAt,
        updatedAt);
  }

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
        kind,
        text,
        recordingId,
        urgency,
        edit.status(),
        dueAt,
        version,
        createdAt,
        updatedAt);
  }

  /// What was promised stays so, now that the caller has said more.
  Message retold(MessageDesk.Note note) {
    return new Message(
        id,
        tenantId,
        callId,
        note.fromName(),
        note.fromPhone(),
        kind,
        note.text(),
        recordingId,
        note.urgency().compareTo(urgency) > 0 ? note.urgency() : urgency,
        status,
        dueAt,
        version,
        createdAt,
        updatedAt);
  }
}
