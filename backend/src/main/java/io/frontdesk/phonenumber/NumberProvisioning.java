package io.frontdesk.phonenumber;

import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.twilio.NumberOffer;
import io.frontdesk.twilio.NumberSearch;
import io.frontdesk.twilio.RentedNumber;
import io.frontdesk.twilio.TwilioAccounts;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that a practising business has a number that comes here, without being asked.
@Singleton
public class NumberProvisioning {
  private static final Logger LOG = LoggerFactory.getLogger(NumberProvisioning.class);
  private static final int CANDIDATES = 20;

  private final TwilioAccounts accounts;
  private final NumberApi twilio;
  private final NumberMarket market;
  private final NumberPurchase purchase;
  private final NumberCheck check;
  private final NumberLedger ledger;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;

  NumberProvisioning(
      TwilioAccounts accounts,
      NumberApi twilio,
      NumberMarket market,
      NumberPurchase purchase,
      NumberCheck check,
      NumberLedger ledger,
      PhoneNumbers numbers,
      Tenancy tenancy) {
    this.accounts = accounts;
    this.twilio = twilio;
    this.market = market;
    this.purchase = purchase;
    this.check = check;
    this.ledger = ledger;
    this.numbers = numbers;
    this.tenancy = tenancy;
  }

  /// Rents a number for a tenant that has none, any that is free in `country`. A number that an
  /// earlier try rented and did not record is recorded instead of renting another one.
  ///
  /// @param country ISO 3166, for example `US`
  /// @throws RequestException.Conflict `no_number` if none is to be had
  public void provideFirst(TenantId tenant, String country) {
    tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).stream()
        .filter(number -> number.state() == NumberState.BUYING)
        .forEach(purchase::settle);
    if (!tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).isEmpty()) {
      return;
    }
    boolean provided =
        twilio.rented(tenant).stream().anyMatch(rented -> isAdded(tenant, rented))
            || market.free(tenant, NumberSearch.in(country), CANDIDATES).stream()
                .map(NumberOffer::number)
                .anyMatch(number -> isBought(tenant, number));
    if (!provided) {
      throw new RequestException.Conflict(
          "no_number", "No number", "There is no free number to be had.");
    }
  }

  /// Points all tenants' numbers at where we are now. What cannot be pointed is told of, and the
  /// others are. Numbers of accounts that we have left stay where they are.
  public void pointHere() {
    for (UUID tenant : tenancy.platform(numbers::tenants)) {
      try {
        if (accounts.find(new TenantId(tenant)).isPresent()) {
          check.pointAllHere(new TenantId(tenant));
        }
      } catch (RuntimeException e) {
        LOG.warn("The numbers of tenant {} still point elsewhere: {}", tenant, e.toString());
      }
    }
  }

  private boolean isAdded(TenantId tenant, RentedNumber rented) {
    try {
      tenancy.run(
          tenant,
          () -> ledger.add(tenant, Actor.SYSTEM, rented, PhoneNumber.Use.ANY, Source.SANDBOX));
      return true;
    } catch (RequestException taken) {
      return false;
    }
  }

  private boolean isBought(TenantId tenant, E164 number) {
    try {
      purchase.buy(tenant, Actor.SYSTEM, number, PhoneNumber.Use.ANY);
      return true;
    } catch (RequestException.Rejected taken) {
      return false;
    }
  }
}
