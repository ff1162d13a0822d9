package io.frontdesk.phonenumber;

import io.frontdesk.audit.Actor;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.phonenumber.Webhooks.State;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.twilio.RentedNumber;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at Twilio whether a number's calls come here, and sees to it that they do.
@Singleton
class NumberCheck implements Job {
  private static final String GONE = "It is not in your account at Twilio any more.";
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(20);

  private final NumberApi twilio;
  private final PhoneNumbers numbers;
  private final NumberLedger ledger;
  private final Tenancy tenancy;
  private final Outbox outbox;
  private final Clock clock;

  NumberCheck(
      NumberApi twilio,
      PhoneNumbers numbers,
      NumberLedger ledger,
      Tenancy tenancy,
      Outbox outbox,
      Clock clock) {
    this.twilio = twilio;
    this.numbers = numbers;
    this.ledger = ledger;
    this.tenancy = tenancy;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Takes in a number that the tenant's account at Twilio has already, and points its calls here.
  ///
  /// @throws RequestException.Rejected if the account does not have it
  PhoneNumber importOwn(TenantId tenant, Actor actor, E164 number, PhoneNumber.Use use) {
    RentedNumber rented =
        twilio
            .rented(tenant, number)
            .orElseThrow(
                () -> new RequestException.Rejected("/number", "is not in your account at Twilio"));
    PhoneNumber added =
        tenancy.run(
            tenant,
            () -> {
              PhoneNumber row = ledger.add(tenant, actor, rented, use, Source.IMPORTED);
              outbox.at(clock.instant().plus(AGAIN_AFTER), this, tenant, row.id());
              return row;
            });
    return verify(tenant, added.id());
  }

  /// Reads a number's webhooks at Twilio, mends them and notes what was found. If Twilio does not
  /// answer, that is what is noted.
  ///
  /// @throws RequestException.NotFound if there is no such number
  PhoneNumber verify(TenantId tenant, UUID id) {
    PhoneNumber number = tenancy.run(tenant, () -> find(tenant, id));
    String sid = number.sid();
    if (sid == null) {
      return number;
    }
    Webhooks seen = judged(() -> mended(tenant, sid));
    return tenancy.run(
        tenant,
        () -> {
          note(number, seen);
          return find(tenant, id);
        });
  }

  @Override
  public String name() {
    return "check_number";
  }

  /// Makes sure that an imported number's calls come here.
  @Override
  public void run(TenantId tenant, UUID id) {
    var number = tenancy.run(tenant, () -> numbers.findByTenantIdAndId(tenant, id));
    boolean open = number.map(n -> n.webhooks().state() == State.UNKNOWN).orElse(false);
    if (open && verify(tenant, id).webhooks().state() == State.UNKNOWN) {
      throw new IllegalStateException("Twilio does not answer for number " + id);
    }
  }

  /// Notes which of a tenant's numbers are astray. Nothing is changed at Twilio: somebody may have
  /// wanted it so.
  void look(TenantId tenant) {
    var rented =
        twilio.rented(tenant).stream()
            .collect(Collectors.toMap(RentedNumber::sid, Function.identity()));
    for (PhoneNumber own : tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant))) {
      if (own.state() == NumberState.ACTIVE) {
        RentedNumber found = rented.get(own.sid());
        String wrong = found == null ? GONE : found.astray();
        var state = wrong == null ? State.OK : State.WRONG;
        var seen = new Webhooks(state, clock.instant(), wrong);
        tenancy.run(tenant, () -> note(own, seen));
      }
    }
  }

  /// Points all of a tenant's numbers here that are not.
  void pointAllHere(TenantId tenant) {
    var rented = twilio.rented(tenant);
    for (PhoneNumber own : tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant))) {
      rented.stream()
          .filter(number -> number.sid().equals(own.sid()))
          .filter(number -> number.astray() != null || own.webhooks().state() != State.OK)
          .findFirst()
          .ifPresent(
              number -> {
                Webhooks seen = judged(() -> mended(tenant, number));
                tenancy.run(tenant, () -> note(own, seen));
              });
    }
  }

  private @Nullable String mended(TenantId tenant, String sid) {
    return mended(
        tenant,
        twilio
            .find(tenant, sid)
            .orElseThrow(() -> new RequestException.NotFound("number at Twilio", sid)));
  }

  /// @return what was wrong before; null if nothing was
  private @Nullable String mended(TenantId tenant, RentedNumber rented) {
    String astray = rented.astray();
    if (astray == null) {
      return null;
    }
    String still = twilio.pointHere(tenant, rented.sid()).map(RentedNumber::astray).orElse(null);
    if (still != null) {
      throw new IllegalStateException("Twilio took the change and still says: " + still);
    }
    return "%s That was mended.".formatted(astray);
  }

  private Webhooks judged(Supplier<@Nullable String> look) {
    try {
      return new Webhooks(State.OK, clock.instant(), look.get());
    } catch (RequestException.NotFound e) {
      return new Webhooks(State.WRONG, clock.instant(), GONE);
    } catch (RequestException.UpstreamFailed e) {
      return new Webhooks(State.UNKNOWN, clock.instant(), "Twilio did not answer.");
    } catch (RequestException e) {
      return new Webhooks(State.WRONG, clock.instant(), e.getMessage());
    }
  }

  private void note(PhoneNumber number, Webhooks seen) {
    numbers.saw(
        number.tenantId(), number.id(), WireName.of(seen.state()), seen.checkedAt(), seen.detail());
  }

  private PhoneNumber find(TenantId tenant, UUID id) {
    return numbers
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("phone number", id));
  }
}
