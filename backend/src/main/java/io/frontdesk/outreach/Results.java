package io.frontdesk.outreach;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnded;
import io.frontdesk.call.CallLog;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Enters what becomes of calls that were placed.
@Singleton
class Results {
  private final OutboundCalls calls;
  private final CallLog log;
  private final LeaveMessage leaveMessage;
  private final Outbox outbox;
  private final Tenancy tenancy;

  Results(
      OutboundCalls calls, CallLog log, LeaveMessage leaveMessage, Outbox outbox, Tenancy tenancy) {
    this.calls = calls;
    this.log = log;
    this.leaveMessage = leaveMessage;
    this.outbox = outbox;
    this.tenancy = tenancy;
  }

  /// Comes in the transaction that closes the call.
  @EventListener
  void ended(CallEnded ended) {
    TenantId tenant = ended.tenant();
    calls
        .lockByCall(tenant.value(), ended.callId())
        .ifPresent(
            outbound ->
                log.find(tenant, ended.callId()).ifPresent(call -> enter(tenant, outbound, call)));
  }

  private void enter(TenantId tenant, OutboundCall outbound, Call call) {
    if (outbound.state().isDecided()) {
      return;
    }
    OutboundState state = OutboundState.of(call.state());
    calls.update(outbound.in(state));
    if (state != OutboundState.COMPLETED) {
      outbox.happened(
          tenant,
          "outbound_call.failed",
          outbound.id(),
          Map.of("state", WireName.of(state), "call_id", call.id()));
    }
  }

  /// Twilio has heard who picked up. Told twice, the first counts; a machine is seen to.
  ///
  /// @param whom as Twilio says it: what is not known to be a machine is a person
  void answeredBy(TenantId tenant, UUID callId, String whom) {
    tenancy.run(
        tenant,
        () -> {
          var known = calls.lockByCall(tenant.value(), callId);
          known
              .filter(call -> !call.attempts().isEmpty())
              .filter(call -> call.attempts().getLast().answeredBy() == null)
              .ifPresent(
                  call -> {
                    calls.update(call.tried(attempt -> attempt.answeredBy(whom)));
                    if (whom.startsWith("machine") || whom.equals("fax")) {
                      outbox.soon(leaveMessage, tenant, call.id());
                    }
                  });
          return known.isPresent();
        });
  }
}
