package io.frontdesk.outreach;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.outbox.Job;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.OutgoingCalls;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Tells a machine that has picked up what the business wants it told, and hangs up.
@Singleton
class LeaveMessage implements Job {
  private static final String FAX = "fax";

  private final OutboundCalls calls;
  private final CallLog log;
  private final CallResumptions resumptions;
  private final Receptionists receptionists;
  private final OutgoingCalls twilio;
  private final Tenancy tenancy;

  LeaveMessage(
      OutboundCalls calls,
      CallLog log,
      CallResumptions resumptions,
      Receptionists receptionists,
      OutgoingCalls twilio,
      Tenancy tenancy) {
    this.calls = calls;
    this.log = log;
    this.resumptions = resumptions;
    this.receptionists = receptionists;
    this.twilio = twilio;
    this.tenancy = tenancy;
  }

  @Override
  public String name() {
    return "leave_message";
  }

  private record Machine(OutboundCall outbound, Call call, Locale language) {}

  @Override
  public void run(TenantId tenant, UUID id) {
    tenancy.run(tenant, () -> machine(tenant, id)).ifPresent(machine -> tell(tenant, machine));
  }

  private Optional<Machine> machine(TenantId tenant, UUID id) {
    return calls
        .findByTenantIdAndId(tenant, id)
        .flatMap(
            outbound ->
                Optional.ofNullable(outbound.callId())
                    .flatMap(callId -> log.find(tenant, callId))
                    .filter(call -> !call.state().isOver())
                    .map(call -> new Machine(outbound, call, language(tenant, call))));
  }

  private Locale language(TenantId tenant, Call call) {
    var receptionist =
        receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    return Locale.forLanguageTag(receptionist.languages().getFirst());
  }

  private void tell(TenantId tenant, Machine machine) {
    String sid = machine.call.callSid();
    String message = machine.outbound.message();
    boolean fax = FAX.equals(machine.outbound.attempts().getLast().answeredBy());
    if (message == null || fax) {
      twilio.hangUp(tenant, sid);
      return;
    }
    // Its stream ends, and the call goes on: the carrier tells when it is over.
    resumptions.redirected(tenant, machine.call.id());
    if (told(tenant, machine, message)) {
      tenancy.run(
          tenant,
          () ->
              calls
                  .lock(tenant.value(), machine.outbound.id())
                  .map(call -> calls.update(call.tried(Attempt::withMessageLeft))));
    }
  }

  private boolean told(TenantId tenant, Machine machine, String message) {
    boolean told = false;
    try {
      told = twilio.sayAndHangUp(tenant, machine.call.callSid(), message, machine.language);
    } finally {
      if (!told) {
        resumptions.stays(tenant, machine.call.id());
      }
    }
    return told;
  }
}
