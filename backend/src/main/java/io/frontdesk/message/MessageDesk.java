package io.frontdesk.message;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Urgency;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where a caller's message is taken down, and ticked off.
@Singleton
public class MessageDesk {
  /// How soon whoever left a voicemail is to be called back.
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Messages messages;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  MessageDesk(Messages messages, Outbox outbox, Tenancy tenancy, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What the caller said.
  ///
  /// @param callId null if it came another way than by a call
  public record Note(
      @Nullable UUID callId,
      @Nullable String fromName,
      @Nullable E164 fromPhone,
      String text,
      Urgency urgency) {}

  public Optional<Message> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> messages.findByTenantIdAndId(tenant, id));
  }

  /// Keeps the note as an open message, and says so in the outbox (`message.taken`); where the
  /// caller was promised a call back in the same call, it becomes that promise's text
  /// (`message.updated`). Joins the tenant's transaction if one is open.
  public Message take(TenantId tenant, Note note) {
    return tenancy.run(
        tenant,
        () ->
            promised(tenant, note.callId())
                .map(promise -> retell(tenant, promise, note))
                .orElseGet(() -> keep(tenant, note, null)));
  }

  /// Promises the caller a call back by then, as a message that waits for somebody; what was
  /// promised in the same call before stays so.
  public Message promiseCallBack(TenantId tenant, Note note, Instant due) {
    return tenancy.run(
        tenant, () -> promised(tenant, note.callId()).orElseGet(() -> keep(tenant, note, due)));
  }

  private Optional<Message> promised(TenantId tenant, @Nullable UUID callId) {
    return callId == null ? Optional.empty() : messages.promised(tenant.value(), callId);
  }

  private Message retell(TenantId tenant, Message promise, Note note) {
    Message told = messages.update(promise.retold(note));
    outbox.happened(
        tenant, "message.updated", told.id(), Map.of("status", WireName.of(told.status())));
    return told;
  }

  private Message keep(TenantId tenant, Note note, @Nullable Instant due) {
    Message taken = messages.save(open(tenant, note, MessageKind.MESSAGE, null, due));
    outbox.happened(
        tenant,
        "message.taken",
        taken.id(),
        Map.of("urgency", WireName.of(taken.urgency()), "text", taken.text()));
    return taken;
  }

  /// Keeps what was left after the beep as an open message, and says so in the outbox
  /// (`voicemail.received`); of a recording that is known already nothing happens. Joins the
  /// tenant's transaction if one is open.
  public Message left(TenantId tenant, UUID callId, @Nullable E164 from, UUID recordingId) {
    return tenancy.run(
        tenant,
        () ->
            messages
                .findByTenantIdAndRecordingId(tenant, recordingId)
                .orElseGet(() -> received(tenant, callId, from, recordingId)));
  }

  private Message received(TenantId tenant, UUID callId, @Nullable E164 from, UUID recordingId) {
    var note = new Note(callId, null, from, "", Urgency.NORMAL);
    Message left =
        messages.save(
            open(tenant, note, MessageKind.VOICEMAIL, recordingId, clock.instant().plus(A_DAY)));
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("call_id", callId);
    data.put("from_phone", from == null ? null : from.value());
    outbox.happened(tenant, "voicemail.received", left.id(), data);
    return left;
  }

  /// Whether there is a voicemail of which nobody knows what it says.
  public boolean awaitsWords(TenantId tenant, UUID recordingId) {
    return tenancy
        .run(tenant, () -> messages.findByTenantIdAndRecordingId(tenant, recordingId))
        .filter(message -> message.text().isEmpty())
        .isPresent();
  }

  /// Notes what was said in a voicemail. What is written down already stays.
  ///
  /// @return whether it is known now what was said, and was not before
  public boolean transcribed(TenantId tenant, UUID recordingId, String words) {
    return tenancy.run(
        tenant,
        () -> {
          Optional<Message> silent =
              messages
                  .findByTenantIdAndRecordingId(tenant, recordingId)
                  .filter(message -> message.text().isEmpty());
          silent.ifPresent(
              message -> {
                messages.update(message.saying(CleanText.of(words)));
                outbox.happened(
                    tenant, "message.updated", message.id(), Map.of("text", CleanText.of(words)));
              });
          return silent.isPresent();
        });
  }

  private Message open(
      TenantId tenant,
      Note note,
      MessageKind kind,
      @Nullable UUID recordingId,
      @Nullable Instant due) {
    Instant now = clock.instant();
    return new Message(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        note.callId(),
        note.fromName(),
        note.fromPhone(),
        kind,
        note.text(),
        recordingId,
        note.urgency(),
        MessageStatus.OPEN,
        due,
        0,
        now,
        now);
  }

  /// Changes a message; what changes nothing happens to nobody (`message.updated`).
  ///
  /// @param edit what is made of the message as it stands
  /// @throws RequestException.NotFound if the tenant has no such message
  Message change(TenantId tenant, UUID id, UnaryOperator<Message> edit) {
    return tenancy.run(
        tenant,
        () -> {
          Message message =
              messages
                  .findByTenantIdAndId(tenant, id)
                  .orElseThrow(() -> new RequestException.NotFound("message", id));
          Message changed = edit.apply(message);
          if (changed.equals(message)) {
            return message;
          }
          outbox.happened(
              tenant, "message.updated", id, Map.of("status", WireName.of(changed.status())));
          return messages.update(changed);
        });
  }
}
