package io.frontdesk.call;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.CallCharges;
import io.frontdesk.twilio.CallCharges.Charge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Asks the carrier what it takes for a call that is over. It tells minutes later, so it is asked
/// again, less and less often, for a day.
@Singleton
class AskTelephonePrice implements Job {
  /// How long after a call's end it is asked for the first time.
  static final Duration FIRST = Duration.ofSeconds(3);

  private static final Duration SOONEST = Duration.ofSeconds(3);
  private static final Duration LATEST = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Calls calls;
  private final CallCosts costs;
  private final CallCharges charges;
  private final Tenancy tenancy;
  private final Clock clock;

  AskTelephonePrice(
      Calls calls, CallCosts costs, CallCharges charges, Tenancy tenancy, Clock clock) {
    this.calls = calls;
    this.costs = costs;
    this.charges = charges;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ask_telephone_price";
  }

  @Override
  public void run(TenantId tenant, UUID callId) {
    var found = tenancy.run(tenant, () -> calls.find(tenant.value(), callId));
    if (found.isEmpty()) {
      return;
    }
    switch (charges.of(tenant, found.get().callSid())) {
      case Charge.Known known -> tenancy.run(tenant, () -> costs.charged(tenant, callId, known));
      case Charge.NoSuchCall _ -> tenancy.run(tenant, () -> costs.notCharged(tenant, callId));
      case Charge.NotYet _ -> later(tenant, found.get());
    }
  }

  private void later(TenantId tenant, Call call) {
    Instant now = clock.instant();
    Instant ended = call.endedAt() == null ? now : call.endedAt();
    Duration since = Duration.between(ended, now);
    if (since.compareTo(PATIENCE) > 0) {
      tenancy.run(tenant, () -> costs.notCharged(tenant, call.id()));
      return;
    }
    Duration pause = since.compareTo(LATEST) > 0 ? LATEST : since;
    throw new NotYet(pause.compareTo(SOONEST) < 0 ? SOONEST : pause);
  }
}
