package io.frontdesk.outreach;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.call.Errand;
import io.frontdesk.call.ScriptType;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A call that the business wants placed, and what became of it.
///
/// @param receptionistId who speaks; null for the default receptionist
/// @param purpose what it is about, in the words that are said at the start; null if its kind says
/// it all
/// @param message what an answering machine is told; null to hang up on it
/// @param at not before that
/// @param callId the record of the call; null until it is placed
/// @param refused null unless a rule forbade it
/// @param attempts oldest first
@MappedEntity(value = "outbound_call", schema = "tenant")
record OutboundCall(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @MappedProperty("to_number") E164 to,
    @Nullable UUID receptionistId,
    @Nullable String purpose,
    ScriptType scriptType,
    @Nullable UUID leadId,
    @Nullable String message,
    @MappedProperty("scheduled_at") Instant at,
    OutboundState state,
    @Nullable UUID callId,
    @Nullable @TypeDef(type = DataType.JSON) Refused refused,
    @TypeDef(type = DataType.JSON) List<Attempt> attempts,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  @JsonIgnore
  Errand errand() {
    return new Errand(scriptType, purpose);
  }

  /// Nobody will be dialled.
  OutboundCall refused(Refused why) {
    return with(OutboundState.REFUSED, callId, why, attempts);
  }

  /// Twilio is about to be asked.
  OutboundCall placing(UUID call, Instant now) {
    var more = new ArrayList<>(attempts);
    more.add(Attempt.at(now));
    return with(OutboundState.PLACING, call, refused, more);
  }

  OutboundCall in(OutboundState next) {
    return with(next, callId, refused, attempts);
  }

  /// More is known of the last attempt.
  OutboundCall tried(UnaryOperator<Attempt> news) {
    if (attempts.isEmpty()) {
      return this;
    }
    var known = new ArrayList<>(attempts);
    known.add(news.apply(known.removeLast()));
    return with(state, callId, refused, known);
  }

  private OutboundCall with(
      OutboundState next, @Nullable UUID call, @Nullable Refused why, List<Attempt> tries) {
    return new OutboundCall(
        id,
        tenantId,
        to,
        receptionistId,
        purpose,
        scriptType,
        leadId,
        message,
        at,
        next,
        call,
        why,
        List.copyOf(tries),
        createdAt,
        updatedAt);
  }
}
