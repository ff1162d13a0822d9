package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets numbers for tenants and points them at us.
@Singleton
public class NumberProvisioning {
  private static final Logger LOG = LoggerFactory.getLogger(NumberProvisioning.class);
  private static final int CANDIDATES = 20;

  private final NumberApi twilio;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;
  private final Clock clock;

  NumberProvisioning(NumberApi twilio, PhoneNumbers numbers, Tenancy tenancy, Clock clock) {
    this.twilio = twilio;
    this.numbers = numbers;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Rents a number for a tenant that has none, any that is free in `country`. A number that an
  /// earlier try rented and did not record is recorded instead of renting another one.
  ///
  /// @param country ISO 3166, for example `US`
  /// @throws RequestException.Conflict `no_number` if none is to be had
  public void provideFirst(TenantId tenant, String country) {
    if (!tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).isEmpty()) {
      return;
    }
    boolean recorded =
        twilio.rented(tenant).stream().anyMatch(rented -> record(tenant, rented))
            || twilio.free(tenant, country, CANDIDATES).stream()
                .filter(number -> tenancy.platform(() -> numbers.owners(number)) == 0)
                .anyMatch(number -> rent(tenant, number));
    if (!recorded) {
      throw new RequestException.Conflict(
          "no_number", "No number", "There is no free number to be had.");
    }
  }

  /// Points all tenants' numbers at where we are now. What cannot be pointed is told of, and the
  /// others are.
  public void pointHere() {
    for (UUID tenant : tenancy.platform(numbers::tenants)) {
      try {
        twilio.pointHere(new TenantId(tenant));
      } catch (RuntimeException e) {
        LOG.warn("The numbers of tenant {} still point elsewhere: {}", tenant, e.toString());
      }
    }
  }

  private boolean rent(TenantId tenant, E164 number) {
    Optional<NumberApi.Rented> rented = twilio.rent(tenant, number);
    if (rented.isEmpty()) {
      return false;
    }
    boolean recorded = record(tenant, rented.get());
    if (!recorded) {
      twilio.release(tenant, rented.get().sid());
    }
    return recorded;
  }

  /// @return false if another tenant has it
  private boolean record(TenantId tenant, NumberApi.Rented rented) {
    return tenancy.run(
        tenant,
        () -> {
          if (numbers.claim(rented.number(), tenant.value()) == 0) {
            return numbers.findByTenantIdAndNumber(tenant, rented.number()).isPresent();
          }
          numbers.save(PhoneNumber.rented(tenant, rented.number(), rented.sid(), clock.instant()));
          return true;
        });
  }
}
