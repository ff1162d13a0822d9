package io.frontdesk.voice;

import io.frontdesk.caller.KnownCaller;
import io.frontdesk.caller.KnownCallers;
import io.frontdesk.caller.Treatment;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Knows whose calls are treated otherwise than others'. Needs the tenant's door to be open.
@Singleton
class Doorkeeper {
  private final KnownCallers callers;
  private final Clock clock;

  Doorkeeper(KnownCallers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /// How calls from that number are treated, if otherwise than others; counts this one among those.
  /// Who withholds the number is treated as all are.
  Optional<Treatment> treatment(TenantId tenant, String callSid, TwilioRequest request) {
    Optional<KnownCaller> known =
        request.from().flatMap(from -> callers.findByTenantIdAndNumber(tenant, from));
    known.ifPresent(
        caller -> callers.called(tenant.value(), caller.id(), callSid, clock.instant()));
    return known.map(KnownCaller::treatment);
  }
}
