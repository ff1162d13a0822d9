package io.frontdesk.conversation.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One time that a caller was, or was to be, handed over.
///
/// @param reason what the caller wants, in a few words; null if nobody said
/// @param summary what the person should know before they take the call; null if nobody said
/// @param leg which of the legs is rung or talked to, or was last
/// @param result null until it has ended
@MappedEntity(value = "transfer", schema = "tenant")
public record Transfer(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID callId,
    AskedBy askedBy,
    @Nullable String reason,
    @Nullable String summary,
    Urgency urgency,
    Phase phase,
    int leg,
    @Nullable TransferResult result,
    @TypeDef(type = DataType.JSON) List<Leg> legs,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt) {
  /// How long after the last ring the carrier may ask what follows.
  private static final Duration LATE = Duration.ofSeconds(5);

  /// Who comes back later than that after the last ring was not left to ring.
  private static final Duration TALK = Duration.ofMinutes(1);

  /// Who wanted it.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum AskedBy {
    /// The receptionist, for the caller.
    @JsonProperty("receptionist")
    RECEPTIONIST,
    /// Somebody of the business, while the call went on.
    @JsonProperty("staff")
    STAFF,
    /// The business's own rule, before anybody has said a word: its people first.
    @JsonProperty("rule")
    RULE
  }

  /// What somebody wants to be handed over for.
  ///
  /// @param to whom, or what they should know about; null for whoever is there
  public record Wish(
      @Nullable String to, @Nullable String reason, @Nullable String summary, Urgency urgency) {}

  static Transfer begun(
      TenantId tenant,
      UUID callId,
      AskedBy askedBy,
      Wish wish,
      TransferProgress progress,
      Instant now) {
    return new Transfer(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        callId,
        askedBy,
        wish.reason(),
        wish.summary(),
        wish.urgency(),
        Phase.of(progress.state()),
        0,
        null,
        progress.legs(),
        now,
        now,
        null);
  }

  /// How far it has come.
  public TransferProgress progress() {
    return new TransferProgress(phase.state(leg, result), legs);
  }

  /// What this event tells of this transfer at this time. That the caller's line is free tells of
  /// somebody whose telephone cannot ring any more that it does not: nobody is rung again and again
  /// because the carrier's word was lost.
  TransferEvent read(TransferEvent event, Instant at) {
    return event instanceof TransferEvent.LineFree ? lineFree(at) : event;
  }

  private TransferEvent lineFree(Instant at) {
    boolean rung = phase == Phase.RINGING || phase == Phase.BRIEFED;
    Duration since = Duration.between(updatedAt, at);
    Duration rings = Duration.ofSeconds(legs.get(leg).ringS());
    if (!rung || since.compareTo(rings.plus(LATE)) <= 0) {
      return new TransferEvent.LineFree();
    }
    boolean talked = since.compareTo(rings.plus(TALK)) > 0;
    return new TransferEvent.LegEnded(
        leg, talked ? LegResult.CONNECTED : LegResult.NO_ANSWER, null);
  }

  /// Whether the caller is owed a call back. Of phones that ring before anybody has said a word
  /// they know nothing: the receptionist answers as it always does.
  boolean owesCallBack() {
    return askedBy != AskedBy.RULE && result != null && result.owesCallBack();
  }

  /// This transfer, come so far.
  Transfer with(TransferProgress progress, Instant now) {
    Integer current = progress.leg();
    TransferResult became =
        progress.state() instanceof TransferState.Ended(TransferResult ended) ? ended : null;
    return new Transfer(
        id,
        tenantId,
        callId,
        askedBy,
        reason,
        summary,
        urgency,
        Phase.of(progress.state()),
        current == null ? leg : current,
        became,
        progress.legs(),
        createdAt,
        now,
        became == null ? null : now);
  }
}
