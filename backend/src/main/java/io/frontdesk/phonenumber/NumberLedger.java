package io.frontdesk.phonenumber;

import io.frontdesk.access.TenantStandings;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RentedNumber;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down whose number is whose, in the running transaction of the tenant. A number is in one
/// tenant's book at most, whatever happens at the same time.
@Singleton
class NumberLedger {
  static final String RESOURCE = "phone_number";

  private final PhoneNumbers numbers;
  private final TenantStandings standings;
  private final AuditLog audit;
  private final Clock clock;

  NumberLedger(PhoneNumbers numbers, TenantStandings standings, AuditLog audit, Clock clock) {
    this.standings = standings;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the audit log says of a number.
  @Introspected
  record Entry(E164 number, @Nullable String label, @Nullable UUID receptionistId, Source source) {
    static Entry of(PhoneNumber number) {
      return new Entry(number.number(), number.label(), number.receptionistId(), number.source());
    }
  }

  /// Notes that a number is about to be asked for.
  ///
  /// @throws RequestException if somebody has it
  PhoneNumber want(TenantId tenant, Actor actor, E164 number, PhoneNumber.Use use, Source source) {
    numbers.lock(tenant);
    requireRoom(tenant);
    requireReceptionist(tenant, use);
    if (numbers.claim(number, tenant.value()) == 1) {
      return entered(
          "buy", actor, PhoneNumber.wanted(tenant, number, use, source, clock.instant()));
    }
    throw has(own(tenant, number));
  }

  /// Notes a number that the account rents already.
  ///
  /// @throws RequestException if somebody has it
  PhoneNumber add(
      TenantId tenant, Actor actor, RentedNumber rented, PhoneNumber.Use use, Source source) {
    numbers.lock(tenant);
    requireRoom(tenant);
    requireReceptionist(tenant, use);
    if (numbers.claim(rented.number(), tenant.value()) == 0) {
      throw has(own(tenant, rented.number()));
    }
    var now = clock.instant();
    var seen = rented.astray() == null ? Webhooks.ok(now) : Webhooks.never();
    return entered(
        "import",
        actor,
        PhoneNumber.rented(tenant, rented.number(), rented.sid(), use, source, seen, now));
  }

  /// Notes that a wanted number is ours.
  ///
  /// @return empty if nobody waited for it and another tenant has it
  Optional<PhoneNumber> got(PhoneNumber wanted, RentedNumber rented) {
    TenantId tenant = wanted.tenantId();
    boolean waited = numbers.activate(tenant, wanted.id(), rented.sid(), clock.instant()) == 1;
    var noted = numbers.findByTenantIdAndNumber(tenant, rented.number());
    if (waited || noted.isPresent()) {
      return noted;
    }
    return numbers.claim(rented.number(), tenant.value()) == 0
        ? Optional.empty()
        : Optional.of(
            entered(
                "buy",
                Actor.SYSTEM,
                PhoneNumber.rented(
                    tenant,
                    rented.number(),
                    rented.sid(),
                    wanted.use(),
                    wanted.source(),
                    Webhooks.ok(clock.instant()),
                    clock.instant())));
  }

  /// Strikes a number out: it is not ours, or no more.
  void strike(PhoneNumber number) {
    if (numbers.deleteByTenantIdAndId(number.tenantId(), number.id()) > 0) {
      numbers.disclaim(number.number(), number.tenantId().value());
      audit.record(
          number.tenantId(), Actor.SYSTEM, Change.deleted(RESOURCE, number.id(), Entry.of(number)));
    }
  }

  private PhoneNumber entered(String action, Actor actor, PhoneNumber number) {
    audit.record(
        number.tenantId(), actor, Change.done(action, RESOURCE, number.id(), Entry.of(number)));
    return numbers.save(number);
  }

  private void requireRoom(TenantId tenant) {
    Integer most = standings.of(tenant).effectiveLimits().phoneNumbers();
    if (most != null && numbers.findByTenantIdOrderById(tenant).size() >= most) {
      throw new RequestException.Conflict(
          "limit_reached",
          "No more numbers",
          "This business may have %d numbers. Release one, or ask whoever runs this service for more."
              .formatted(most));
    }
  }

  void requireReceptionist(TenantId tenant, PhoneNumber.Use use) {
    UUID receptionist = use.receptionistId();
    if (receptionist != null && numbers.receptionists(tenant, receptionist) == 0) {
      throw new RequestException.Rejected(
          "/receptionist_id", "there is no receptionist " + receptionist);
    }
  }

  /// @throws RequestException.Rejected if it is another tenant's, which is not told
  private PhoneNumber own(TenantId tenant, E164 number) {
    return numbers
        .findByTenantIdAndNumber(tenant, number)
        .orElseThrow(
            () ->
                new RequestException.Rejected(
                    "/number", "is not for sale any more: choose another one"));
  }

  private static RequestException has(PhoneNumber own) {
    return own.state() == NumberState.BUYING
        ? beingBought(own)
        : new RequestException.Conflict(
            "number_already_here",
            "Yours already",
            "%s is one of your numbers.".formatted(own.number()));
  }

  static RequestException beingBought(PhoneNumber own) {
    return new RequestException.Conflict(
        "number_being_bought",
        "Being bought",
        "%s is being bought. Within a minute it is yours, or for sale again."
            .formatted(own.number()));
  }
}
