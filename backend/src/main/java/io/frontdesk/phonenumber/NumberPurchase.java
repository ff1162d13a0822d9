package io.frontdesk.phonenumber;

import io.frontdesk.audit.Actor;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.twilio.RentedNumber;
import io.frontdesk.twilio.TwilioConfiguration;
import io.frontdesk.twilio.Unanswered;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Buys numbers. What is wanted is written down before Twilio is asked, together with a job that
/// looks at Twilio later: if the service died in between, or no answer came, the job finds out
/// whether the number is ours.
@Singleton
class NumberPurchase implements Job {
  /// By then Twilio has answered, or it will not.
  static final Duration DECIDED_WITHIN = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(NumberPurchase.class);

  private final NumberApi twilio;
  private final TwilioConfiguration configuration;
  private final PhoneNumbers numbers;
  private final NumberLedger ledger;
  private final Tenancy tenancy;
  private final Outbox outbox;
  private final Clock clock;

  NumberPurchase(
      NumberApi twilio,
      TwilioConfiguration configuration,
      PhoneNumbers numbers,
      NumberLedger ledger,
      Tenancy tenancy,
      Outbox outbox,
      Clock clock) {
    this.twilio = twilio;
    this.configuration = configuration;
    this.numbers = numbers;
    this.ledger = ledger;
    this.tenancy = tenancy;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Buys a number for a tenant.
  ///
  /// @return the number; its state is `buying` if Twilio did not tell whether it is ours
  /// @throws RequestException if it is not to be had
  PhoneNumber buy(TenantId tenant, Actor actor, E164 number, PhoneNumber.Use use) {
    Source source = configuration.isStandIn() ? Source.SANDBOX : Source.BOUGHT;
    return complete(tenancy.run(tenant, () -> want(tenant, actor, number, use, source)));
  }

  @Override
  public String name() {
    return "settle_purchase";
  }

  /// Finds out whether a number that was asked for is ours.
  @Override
  public void run(TenantId tenant, UUID id) {
    tenancy
        .run(tenant, () -> numbers.findByTenantIdAndId(tenant, id))
        .filter(number -> number.state() == NumberState.BUYING)
        .ifPresent(this::settle);
  }

  /// As [#run], for a number that is still wanted.
  void settle(PhoneNumber wanted) {
    var rented = twilio.rented(wanted.tenantId(), wanted.number());
    if (rented.isPresent()) {
      record(wanted, rented.get());
    } else {
      LOG.info("{} was asked for and is not ours", wanted.number());
      strike(wanted);
    }
  }

  private PhoneNumber want(
      TenantId tenant, Actor actor, E164 number, PhoneNumber.Use use, Source source) {
    PhoneNumber wanted = ledger.want(tenant, actor, number, use, source);
    outbox.at(clock.instant().plus(DECIDED_WITHIN), this, tenant, wanted.id());
    return wanted;
  }

  private PhoneNumber complete(PhoneNumber wanted) {
    try {
      TenantId tenant = wanted.tenantId();
      Optional<RentedNumber> rented =
          twilio.rent(tenant, wanted.number()).or(() -> twilio.rented(tenant, wanted.number()));
      return rented
          .flatMap(number -> record(wanted, number))
          .orElseThrow(
              () ->
                  new RequestException.Rejected(
                      "/number", "is not for sale any more: choose another one"));
    } catch (Unanswered e) {
      LOG.warn("Nobody knows yet whether {} is ours", wanted.number(), e);
      return wanted;
    } catch (RequestException e) {
      strike(wanted);
      throw e;
    }
  }

  private Optional<PhoneNumber> record(PhoneNumber wanted, RentedNumber rented) {
    TenantId tenant = wanted.tenantId();
    var recorded = tenancy.run(tenant, () -> ledger.got(wanted, rented));
    if (recorded.isEmpty()) {
      twilio.release(tenant, rented.sid());
    } else if (rented.astray() != null) {
      twilio.pointHere(tenant, rented.sid());
    }
    return recorded;
  }

  private void strike(PhoneNumber wanted) {
    tenancy.run(wanted.tenantId(), () -> ledger.strike(wanted));
  }
}
