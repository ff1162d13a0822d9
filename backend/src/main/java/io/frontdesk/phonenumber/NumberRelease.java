package io.frontdesk.phonenumber;

import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives numbers back to Twilio; those that were there before us stay in the business's account.
/// The wish is written down first, so that no crash leaves a number that is paid for and unknown.
@Singleton
class NumberRelease implements Job {
  private static final Duration GOES_ON_AFTER = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(NumberRelease.class);

  private final NumberApi twilio;
  private final PhoneNumbers numbers;
  private final NumberLedger ledger;
  private final Tenancy tenancy;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  NumberRelease(
      NumberApi twilio,
      PhoneNumbers numbers,
      NumberLedger ledger,
      Tenancy tenancy,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.twilio = twilio;
    this.numbers = numbers;
    this.ledger = ledger;
    this.tenancy = tenancy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// Gives a number up.
  ///
  /// @return whether it is gone; false if Twilio does not answer, and it goes as soon as it does
  /// @throws RequestException if there is no such number, or Twilio refuses: then it stays
  boolean release(TenantId tenant, Actor actor, UUID id) {
    PhoneNumber number = tenancy.run(tenant, () -> releasing(tenant, actor, id));
    try {
      giveUp(number);
      return true;
    } catch (RequestException.UpstreamFailed e) {
      LOG.warn("{} is given back later: {}", number.number(), e.toString());
      return false;
    }
  }

  @Override
  public String name() {
    return "release_number";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    tenancy
        .run(tenant, () -> numbers.findByTenantIdAndId(tenant, id))
        .filter(number -> number.state() == NumberState.RELEASING)
        .ifPresent(this::giveUpOrKeep);
  }

  private PhoneNumber releasing(TenantId tenant, Actor actor, UUID id) {
    PhoneNumber number =
        numbers
            .findByTenantIdAndId(tenant, id)
            .orElseThrow(() -> new RequestException.NotFound("phone number", id));
    if (number.state() == NumberState.BUYING) {
      throw NumberLedger.beingBought(number);
    }
    move(number, NumberState.RELEASING);
    audit.record(
        tenant,
        actor,
        Change.done("release", NumberLedger.RESOURCE, id, NumberLedger.Entry.of(number)));
    outbox.at(clock.instant().plus(GOES_ON_AFTER), this, tenant, id);
    return number;
  }

  private void giveUpOrKeep(PhoneNumber number) {
    try {
      giveUp(number);
    } catch (RequestException.UpstreamFailed e) {
      throw e;
    } catch (RequestException e) {
      LOG.warn("Twilio keeps {}: {}", number.number(), e.getMessage());
    }
  }

  private void giveUp(PhoneNumber number) {
    TenantId tenant = number.tenantId();
    String sid = Objects.requireNonNull(number.sid());
    try {
      if (number.source() == Source.IMPORTED) {
        twilio.pointAway(tenant, sid);
      } else {
        twilio.release(tenant, sid);
      }
    } catch (RequestException.UpstreamFailed e) {
      throw e;
    } catch (RequestException e) {
      tenancy.run(tenant, () -> move(number, NumberState.ACTIVE));
      throw e;
    }
    tenancy.run(tenant, () -> ledger.strike(number));
  }

  private void move(PhoneNumber number, NumberState state) {
    numbers.move(number.tenantId(), number.id(), state, clock.instant());
  }
}
