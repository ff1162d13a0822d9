package io.frontdesk.call;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// Places are lent: whoever carries a call says in time that it goes on, or the place comes free
/// for another one. The call itself is not touched by that.
@Singleton
public class CallLeases {
  private final Places places;
  private final Tenancy tenancy;
  private final Duration length;
  private final Clock clock;

  CallLeases(
      Places places,
      Tenancy tenancy,
      @Property(name = "calls.lease", defaultValue = "3m") Duration length,
      Clock clock) {
    this.places = places;
    this.tenancy = tenancy;
    this.length = length;
    this.clock = clock;
  }

  /// These calls go on. Those that are closed, or that nobody knows, are left out.
  public void renew(TenantId tenant, Collection<UUID> calls) {
    tenancy.run(tenant, () -> places.hold(tenant.value(), calls, end()));
  }

  /// This call goes on, if it is known and not closed.
  public void renew(TenantId tenant, String callSid) {
    tenancy.run(tenant, () -> places.hold(tenant.value(), callSid, end()));
  }

  /// How long before a place comes free it is looked whether it should.
  Duration margin() {
    return length.dividedBy(6);
  }

  /// How long after a place was taken or kept that is looked at.
  Duration untilLook() {
    return length.minus(margin());
  }

  /// Until when a place is held that is taken or kept now.
  Instant end() {
    return clock.instant().plus(length);
  }
}
