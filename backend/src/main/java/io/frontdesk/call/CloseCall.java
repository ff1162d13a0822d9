package io.frontdesk.call;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Closes a call of which the carrier has said that it is over, when its stream has not done so:
/// the node that held it is gone.
@Singleton
class CloseCall implements Job {
  private final Tenancy tenancy;
  private final Calls calls;
  private final CallClosing closing;
  private final Clock clock;

  CloseCall(Tenancy tenancy, Calls calls, CallClosing closing, Clock clock) {
    this.tenancy = tenancy;
    this.calls = calls;
    this.closing = closing;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "close_call";
  }

  @Override
  public void run(TenantId tenant, UUID callId) {
    tenancy.run(
        tenant,
        () ->
            closing.close(
                tenant,
                callId,
                CallState.COMPLETED,
                calls.hungUpAt(tenant.value(), callId).orElseGet(clock::instant),
                null));
  }
}
