package io.frontdesk.call;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lets calls in as far as the business's limits go, however many come at the same moment and to
/// however many nodes. A call that is in stays in: a limit that is reached meanwhile ends none.
@Singleton
public class Admission {
  private static final int SECONDS_PER_MINUTE = 60;

  private final TenantStandings standings;
  private final Businesses businesses;
  private final CallLog log;
  private final Calls calls;
  private final Places places;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  Admission(
      TenantStandings standings,
      Businesses businesses,
      CallLog log,
      Calls calls,
      Places places,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.standings = standings;
    this.businesses = businesses;
    this.log = log;
    this.calls = calls;
    this.places = places;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// The record of a call that is answered now, or that is turned away: then [Call#refused] says
  /// why. Asked again for the same call, it is the same record.
  public Call answer(TenantId tenant, NewCall call) {
    return tenancy.run(
        tenant,
        () -> {
          // Whoever else is let in or turned away at this moment waits here.
          Allowance limits = standings.lockedLimits(tenant);
          return calls
              .findBySid(tenant.value(), call.callSid())
              .orElseGet(
                  () ->
                      reached(tenant, limits)
                          .map(refusal -> turnAway(tenant, call, refusal))
                          .orElseGet(() -> log.answer(tenant, call)));
        });
  }

  private Optional<Refusal> reached(TenantId tenant, Allowance limits) {
    Instant now = clock.instant();
    Integer most = limits.concurrentCalls();
    if (most != null && places.held(tenant.value(), now) >= most) {
      return Optional.of(Refusal.CONCURRENT_CALLS);
    }
    Long minutes = limits.minutesPerMonth();
    Allowance.Money spend = limits.spendPerDay();
    if (minutes == null && spend == null) {
      return Optional.empty();
    }
    ZonedDateTime today = now.atZone(businesses.of(tenant).timeZone()).truncatedTo(ChronoUnit.DAYS);
    Instant month = today.withDayOfMonth(1).toInstant();
    if (minutes != null
        && places.seconds(tenant.value(), month, now) >= minutes * SECONDS_PER_MINUTE) {
      return Optional.of(Refusal.MINUTES_PER_MONTH);
    }
    return spend != null
            && places.spent(tenant.value(), today.toInstant(), spend.currency())
                >= spend.amountMicros()
        ? Optional.of(Refusal.SPEND_PER_DAY)
        : Optional.empty();
  }

  private Call turnAway(TenantId tenant, NewCall call, Refusal refusal) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    calls.turnAway(
        tenant.value(),
        id,
        call.callSid(),
        call.from(),
        call.to(),
        call.receptionistId(),
        call.receptionistVersion(),
        refusal,
        clock.instant());
    outbox.happened(
        tenant,
        "call.ended",
        id,
        Map.of(
            "state",
            WireName.of(CallState.BUSY),
            "outcome",
            WireName.of(Outcome.MISSED),
            "refused",
            WireName.of(refusal)));
    return calls.find(tenant.value(), id).orElseThrow();
  }
}
