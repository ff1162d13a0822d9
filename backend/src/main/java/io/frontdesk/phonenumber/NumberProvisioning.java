package io.frontdesk.phonenumber;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Gets numbers for tenants and points them at us.
@Singleton
public class NumberProvisioning {
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
  public void provideFirst(TenantId tenant, String country) {
    if (!tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).isEmpty()) {
      return;
    }
    var rented =
        twilio.rented(tenant).stream()
            .findFirst()
            .orElseGet(() -> twilio.rent(tenant, twilio.anyFree(tenant, country)));
    record(tenant, rented.number(), rented.sid());
  }

  /// Points all tenants' numbers at where we are now.
  public void pointHere() {
    tenancy.platform(numbers::tenants).stream().map(TenantId::new).forEach(twilio::pointHere);
  }

  /// @throws RequestException.Conflict `number_taken` if another tenant has it
  private void record(TenantId tenant, E164 number, String sid) {
    tenancy.run(
        tenant,
        () -> {
          if (numbers.claim(number, tenant.value()) == 0) {
            if (numbers.findByTenantIdAndNumber(tenant, number).isPresent()) {
              return; // somebody else ran the same job
            }
            throw new RequestException.Conflict(
                "number_taken", "Number taken", number + " belongs to another business.");
          }
          numbers.save(
              new PhoneNumber(
                  UuidCreator.getTimeOrderedEpoch(),
                  tenant,
                  number,
                  sid,
                  null,
                  null,
                  clock.instant()));
        });
  }
}
