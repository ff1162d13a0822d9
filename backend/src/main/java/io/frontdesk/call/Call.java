package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.E164;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of one call. Read only: [CallLog] writes.
///
/// @param callSid Twilio's id of it
/// @param outcome null until it is closed
/// @param refused which limit turned it away; null if it was answered
/// @param from null when the caller withheld the number
/// @param callerName of the lead that the call left or that has its number; null if nobody knows it
/// @param endedAt null until its record is closed
/// @param durationS whole seconds from answer to end; null until it is closed
/// @param fallbacks what served in the place of something that was chosen
/// @param summary null until it is analysed
/// @param leadId null if it left none
/// @param appointmentId the first one that it left; null if it left none
/// @param cost null until it is closed
/// @param to null for a test call of a business that has no number
/// @param test whether somebody of the business made it to try the receptionist: no customer's
/// @param clockOffsetS see [NewCall#clockOffset], in seconds
/// @param resumedAt when it was last answered anew; null if it was answered once
/// @param errand why the business called; null for a call that came in
/// @param language which one the caller has changed to, as a tag of the receptionist's; null while
/// that is the usual one
@MappedEntity(value = "call", schema = "tenant")
public record Call(
    @Id UUID id,
    String callSid,
    Direction direction,
    CallState state,
    @Nullable Outcome outcome,
    @Nullable Refusal refused,
    @Nullable @MappedProperty("from_number") E164 from,
    @Nullable String callerName,
    @Nullable @MappedProperty("to_number") E164 to,
    @Nullable UUID receptionistId,
    @Nullable Integer receptionistVersion,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable Long durationS,
    Engine engine,
    @TypeDef(type = DataType.JSON) List<Fallback> fallbacks,
    @Nullable String summary,
    @Nullable Sentiment sentiment,
    @Nullable UUID leadId,
    @Nullable UUID appointmentId,
    @Nullable @TypeDef(type = DataType.JSON) Cost cost,
    @Nullable @TypeDef(type = DataType.JSON) Latency latency,
    @Nullable Instant analyzedAt,
    boolean test,
    @JsonIgnore @Nullable Long clockOffsetS,
    @JsonIgnore @Nullable Instant resumedAt,
    @JsonIgnore @Nullable @TypeDef(type = DataType.JSON) Errand errand,
    @Nullable String language) {

  /// The number of whoever the business talks with: null if it is withheld.
  @JsonIgnore
  public @Nullable E164 party() {
    return direction == Direction.OUTBOUND ? to : from;
  }

  /// The business's own number: null for a test call of a business that has none.
  @JsonIgnore
  public @Nullable E164 own() {
    return direction == Direction.OUTBOUND ? from : to;
  }

  /// When the telephone company asked what to do with it.
  @JsonIgnore
  public Instant askedAt() {
    if (resumedAt != null) {
      return resumedAt;
    }
    return direction == Direction.OUTBOUND && answeredAt != null ? answeredAt : startedAt;
  }

  /// What time it is for this call: the real time but for practice calls set at another hour.
  public Instant now(Clock clock) {
    return clock.instant().plus(clockOffset());
  }

  @JsonIgnore
  public Duration clockOffset() {
    return clockOffsetS == null ? Duration.ZERO : Duration.ofSeconds(clockOffsetS);
  }
}
