package io.frontdesk.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The business's books. Every method opens the tenant's door, or joins it where it is open.
@Singleton
public class CustomerBook {
  private final Customers customers;
  private final Tenancy tenancy;
  private final Clock clock;

  CustomerBook(Customers customers, Tenancy tenancy, Clock clock) {
    this.customers = customers;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Who has this telephone number, or another one of the same person's, the longest known first.
  public List<Customer> calling(TenantId tenant, E164 phone) {
    return tenancy.run(tenant, () -> customers.under(tenant.value(), phone.value()));
  }

  /// Who has this customer number and goes by this name: a number alone is easily guessed.
  public Optional<Customer> known(TenantId tenant, String number, String name) {
    return tenancy
        .run(tenant, () -> customers.numbered(tenant.value(), number.strip()))
        .filter(customer -> plain(customer.name()).equals(plain(name)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }

  /// Enters somebody in the books.
  ///
  /// @throws RequestException.Conflict if the customer number is somebody else's
  public Customer enter(TenantId tenant, Customer.Details details) {
    return tenancy.run(
        tenant,
        () -> {
          String given = details.number();
          customers.takeTurn(tenant.toString());
          if (given != null) {
            checkNumber(tenant, given);
          }
          Instant now = clock.instant();
          return customers.save(
              new Customer(
                  UuidCreator.getTimeOrderedEpoch(),
                  tenant,
                  given == null ? customers.nextNumber(tenant.value()) : given,
                  details.name().strip(),
                  details.phone(),
                  details.email(),
                  details.address(),
                  details.note(),
                  0,
                  now,
                  now));
        });
  }

  /// Puts a customer in the place of the one before, in the transaction that is open.
  ///
  /// @throws RequestException.Conflict if the customer number is somebody else's
  Customer change(Customer customer, Customer.Details details) {
    Customer changed = customer.with(details);
    if (!changed.number().equalsIgnoreCase(customer.number())) {
      customers.takeTurn(customer.tenantId().toString());
      checkNumber(customer.tenantId(), changed.number());
    }
    return customers.update(changed);
  }

  private void checkNumber(TenantId tenant, String number) {
    if (customers.numbered(tenant.value(), number).isPresent()) {
      throw new RequestException.Conflict(
          "number_taken", "Number taken", "Another customer has the number %s.".formatted(number));
    }
  }

  public Optional<Customer> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> customers.findByTenantIdAndId(tenant, id));
  }
}
