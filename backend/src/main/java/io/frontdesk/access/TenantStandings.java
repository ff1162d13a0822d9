package io.frontdesk.access;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is served, and how far. Who is suspended is kept in memory, since every request asks for it;
/// other nodes learn of a change within seconds.
@Singleton
public class TenantStandings {
  private final TenantStandingRepository repository;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher<TenantStandingChanged> listeners;
  private final ApplicationEventPublisher<TenantSuspended> holders;
  private final Clock clock;
  private volatile Map<TenantId, String> suspended = Map.of();

  TenantStandings(
      TenantStandingRepository repository,
      Tenancy tenancy,
      ApplicationEventPublisher<TenantStandingChanged> listeners,
      ApplicationEventPublisher<TenantSuspended> holders,
      Clock clock) {
    this.repository = repository;
    this.tenancy = tenancy;
    this.listeners = listeners;
    this.holders = holders;
    this.clock = clock;
  }

  /// How `tenant` stands at this moment.
  ///
  /// @throws RequestException.NotFound if there is no such tenant
  public TenantStanding of(TenantId tenant) {
    return known(tenant, tenancy.run(tenant, () -> repository.findById(tenant.value())));
  }

  private TenantStanding locked(TenantId tenant) {
    return known(tenant, repository.lock(tenant.value()));
  }

  private static TenantStanding known(TenantId tenant, Optional<TenantStanding> found) {
    return found.orElseThrow(() -> new RequestException.NotFound("tenant", tenant));
  }

  /// Serves a tenant no more, in its running transaction.
  ///
  /// @param reason for its people to read
  public TenantStanding suspend(TenantId tenant, String reason) {
    return changed(tenant, locked(tenant).suspended(clock.instant(), reason));
  }

  /// Serves a tenant again, in its running transaction.
  public TenantStanding reactivate(TenantId tenant) {
    return changed(tenant, locked(tenant).suspended(null, null));
  }

  /// Notes what was agreed with a tenant, in its running transaction.
  ///
  /// @param plan null if it stays
  /// @param limits null if they stay
  public TenantStanding agree(TenantId tenant, @Nullable Plan plan, @Nullable Allowance limits) {
    TenantStanding before = locked(tenant);
    return repository.update(
        before.agreed(
            plan == null ? before.plan() : plan, limits == null ? before.limits() : limits));
  }

  private TenantStanding changed(TenantId tenant, TenantStanding standing) {
    TenantStanding stored = repository.update(standing);
    listeners.publishEvent(new TenantStandingChanged(tenant));
    return stored;
  }

  /// What a tenant may use that stands so. If that bounds its calls, nobody else is told so until
  /// the running transaction ends: whoever counts what is used already counts alone.
  public Allowance lockedLimits(TenantStanding standing) {
    Allowance limits = standing.effectiveLimits();
    if (limits.boundsCalls()) {
      countAlone(new TenantId(standing.id()));
    }
    return limits;
  }

  /// Nobody else counts what `tenant` uses until the running transaction ends: of two that add to
  /// it at once, the second sees what the first one added.
  public void countAlone(TenantId tenant) {
    repository.lockUse(tenant.value());
  }

  /// Gives nobody a token for a tenant that is suspended; asked in the transaction that would.
  ///
  /// @throws RequestException.Forbidden that says why it is
  public void demandServed(TenantId tenant) {
    TenantStanding standing = known(tenant, repository.findById(tenant.value()));
    if (standing.isSuspended()) {
      throw refusal(String.valueOf(standing.suspendedReason()));
    }
  }

  /// Why `tenant` is suspended, as far as this node knows; empty if it is served. Reads no
  /// database.
  public Optional<String> suspension(TenantId tenant) {
    return Optional.ofNullable(suspended.get(tenant));
  }

  @EventListener
  void start(StartupEvent migrated) {
    reload();
  }

  /// Learns who is suspended.
  @Scheduled(initialDelay = "2s", fixedDelay = "2s")
  @ExecuteOn(TaskExecutors.BLOCKING)
  public void reload() {
    Map<TenantId, String> before = suspended;
    Map<TenantId, String> now =
        tenancy.platform(repository::findBySuspendedAtIsNotNull).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    standing -> new TenantId(standing.id()),
                    standing -> String.valueOf(standing.suspendedReason())));
    suspended = now;
    now.keySet().stream()
        .filter(tenant -> !before.containsKey(tenant))
        .forEach(tenant -> holders.publishEvent(new TenantSuspended(tenant)));
  }

  /// What people of a suspended tenant are told.
  static RequestException refusal(String reason) {
    return new RequestException.Forbidden(
        "suspended",
        "Suspended",
        "This business is suspended: %s Write to whoever runs this service to have it served again."
            .formatted(reason.endsWith(".") ? reason : reason + "."));
  }

  /// The first of a person's memberships whose tenant is served.
  ///
  /// @throws RequestException.Forbidden if none is
  Membership served(List<Membership> memberships) {
    String reason = "";
    for (Membership membership : memberships) {
      TenantStanding standing = of(membership.tenantId());
      if (!standing.isSuspended()) {
        return membership;
      }
      reason = String.valueOf(standing.suspendedReason());
    }
    throw refusal(reason);
  }
}
