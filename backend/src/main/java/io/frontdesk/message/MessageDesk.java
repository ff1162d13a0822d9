package io.frontdesk.message;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Urgency;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where a caller's message is taken down, and ticked off.
@Singleton
public class MessageDesk {
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

  /// Keeps the note as an open message, and says so in the outbox (`message.taken`). Joins the
  /// tenant's transaction if one is open.
  public Message take(TenantId tenant, Note note) {
    return tenancy.run(
        tenant,
        () -> {
          Instant now = clock.instant();
          Message taken =
              messages.save(
                  new Message(
                      UuidCreator.getTimeOrderedEpoch(),
                      tenant,
                      note.callId(),
                      note.fromName(),
                      note.fromPhone(),
                      note.text(),
                      note.urgency(),
                      MessageStatus.OPEN,
                      0,
                      now,
                      now));
          outbox.happened(
              tenant,
              "message.taken",
              taken.id(),
              Map.of("urgency", WireName.of(taken.urgency()), "text", taken.text()));
          return taken;
        });
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
