package io.frontdesk.call;

import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The records of calls that the business places. They are opened before anybody is dialled, so
/// nothing is dialled that is not recorded; what Twilio tells of a call finds its record by our id,
/// which the call's addresses carry, even if nobody has heard Twilio's. Every method opens the
/// tenant's door, or joins it where it is open, and may be repeated.
@Singleton
public class PlacedCalls {
  private final Tenancy tenancy;
  private final Calls calls;
  private final CallLeases leases;
  private final AskAfterCall askAfter;
  private final Outbox outbox;
  private final Clock clock;

  PlacedCalls(
      Tenancy tenancy,
      Calls calls,
      CallLeases leases,
      AskAfterCall askAfter,
      Outbox outbox,
      Clock clock) {
    this.tenancy = tenancy;
    this.calls = calls;
    this.leases = leases;
    this.askAfter = askAfter;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Opens the record, in the transaction that is open.
  void open(TenantId tenant, UUID callId, OutgoingCall call) {
    int added =
        calls.place(
            tenant.value(),
            callId,
            call.from(),
            call.to(),
            call.receptionistId(),
            call.receptionistVersion(),
            call.engine(),
            call.errand(),
            clock.instant(),
            leases.end());
    if (added > 0) {
      outbox.happened(tenant, "call.started", callId, Map.of("direction", "outbound"));
      outbox.at(clock.instant().plus(leases.untilLook()), askAfter, tenant, callId);
    }
  }

  /// Twilio's id of the call is known now. What is said of another call under our id is not
  /// believed.
  ///
  /// @return whether the call goes by that id
  public boolean bind(TenantId tenant, UUID callId, String callSid) {
    return tenancy.run(
        tenant,
        () -> {
          calls.bind(tenant.value(), callId, callSid);
          return calls
              .find(tenant.value(), callId)
              .filter(call -> call.callSid().equals(callSid))
              .isPresent();
        });
  }

  /// Whether Twilio has told anything of the call.
  public boolean isBound(TenantId tenant, UUID callId) {
    return tenancy
        .run(tenant, () -> calls.find(tenant.value(), callId))
        .filter(call -> !call.callSid().equals(callId.toString()))
        .isPresent();
  }

  /// Somebody, or a machine, has picked up.
  ///
  /// @return the call; empty if it is not known, or over
  public Optional<Call> pickedUp(TenantId tenant, UUID callId, String callSid) {
    return tenancy.run(
        tenant,
        () -> {
          if (!bind(tenant, callId, callSid)) {
            return Optional.empty();
          }
          int going = calls.pickedUp(tenant.value(), callId, clock.instant(), leases.end());
          if (going > 0) {
            outbox.announce(tenant, "call.updated", callId, Map.of("state", CallState.IN_PROGRESS));
          }
          return calls.find(tenant.value(), callId).filter(_ -> going > 0);
        });
  }
}
