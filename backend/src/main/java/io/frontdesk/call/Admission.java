package io.frontdesk.call;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.TenantStanding;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lets calls in as far as the business's limits go, however many come at the same moment and to
/// however many nodes. A call that is in stays in: a limit that is reached meanwhile ends none.
@Singleton
public class Admission {
  private static final int SECONDS_PER_MINUTE = 60;

  private final TenantStandings standings;
  private final CallLog log;
  private final Calls calls;
  private final Businesses businesses;
  private final PlacedCalls placed;
  private final Consumption consumption;
  private final Thresholds thresholds;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  Admission(
      TenantStandings standings,
      CallLog log,
      Calls calls,
      Businesses businesses,
      PlacedCalls placed,
      Consumption consumption,
      Thresholds thresholds,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.standings = standings;
    this.log = log;
    this.calls = calls;
    this.businesses = businesses;
    this.placed = placed;
    this.consumption = consumption;
    this.thresholds = thresholds;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// As [#answer(TenantStanding, Business, NewCall)], for a tenant of which nothing is known yet.
  public Answered answer(TenantId tenant, NewCall call) {
    return tenancy.run(tenant, () -> answer(standings.of(tenant), businesses.of(tenant), call));
  }

  /// Opens the record of a call that is answered now, or that is turned away. Asked again for the
  /// same call, it is the same record.
  ///
  /// @param standing of the tenant, read in the transaction that is open, if one is
  /// @param business the tenant's, read so too
  public Answered answer(TenantStanding standing, Business business, NewCall call) {
    TenantId tenant = business.tenantId();
    return tenancy.run(
        tenant,
        () -> {
          // Whoever else is let in or turned away at this moment waits here.
          Allowance limits = standings.lockedLimits(standing);
          return reached(business, limits)
              .map(refusal -> known(call, tenant).orElseGet(() -> turnAway(tenant, call, refusal)))
              .orElseGet(() -> open(tenant, call));
        });
  }

  /// The record of a call that is asked for again.
  private Optional<Answered> known(NewCall call, TenantId tenant) {
    return calls.findBySid(tenant.value(), call.callSid()).map(Answered::again);
  }

  /// Opens the record of a call that is about to be placed, unless a limit forbids it.
  ///
  /// @return which one does; empty if none does, or it was let through before
  public Optional<Refusal> place(TenantId tenant, UUID callId, OutgoingCall call) {
    return tenancy.run(
        tenant,
        () -> {
          Allowance limits = standings.lockedLimits(standings.of(tenant));
          if (calls.find(tenant.value(), callId).isPresent()) {
            return Optional.empty();
          }
          var reached = reached(businesses.of(tenant), limits);
          if (reached.isPresent()) {
            thresholds.check(tenant);
          } else {
            placed.open(tenant, callId, call);
          }
          return reached;
        });
  }

  private Answered open(TenantId tenant, NewCall call) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return log.open(tenant, id, call)
        ? new Answered(id, call.engine(), null, false, false)
        : known(call, tenant).orElseThrow();
  }

  private Optional<Refusal> reached(Business business, Allowance limits) {
    if (!limits.boundsCalls()) {
      return Optional.empty();
    }
    Allowance.Money spend = limits.spendPerDay();
    Places.Used used = consumption.of(business, spend == null ? "" : spend.currency());
    Integer most = limits.concurrentCalls();
    if (most != null && used.calls() >= most) {
      return Optional.of(Refusal.CONCURRENT_CALLS);
    }
    Long minutes = limits.minutesPerMonth();
    if (minutes != null && used.seconds() >= minutes * SECONDS_PER_MINUTE) {
      return Optional.of(Refusal.MINUTES_PER_MONTH);
    }
    return spend != null && used.spent() >= spend.amountMicros()
        ? Optional.of(Refusal.SPEND_PER_DAY)
        : Optional.empty();
  }

  private Answered turnAway(TenantId tenant, NewCall call, Refusal refusal) {
    thresholds.check(tenant);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    calls.turnAway(
        tenant.value(),
        id,
        call.callSid(),
        call.from(),
        call.to(),
        call.receptionistId(),
        call.receptionistVersion(),
        call.engine(),
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
    return new Answered(id, call.engine(), refusal, true, false);
  }
}
