package io.frontdesk.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Urgency;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where it is taken down what people ask to have done.
@Singleton
public class RequestDesk {
  private final ServiceRequests requests;
  private final CustomerBook customers;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  RequestDesk(
      ServiceRequests requests,
      CustomerBook customers,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.requests = requests;
    this.customers = customers;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Keeps a request, and says so in the outbox (`service_request.created`). Joins the tenant's
  /// transaction if one is open. Whoever has the telephone number, if that is one customer only, is
  /// taken for the customer where none is named.
  ///
  /// @param callId null if it came another way than by a call
  /// @throws RequestException.Rejected if the tenant has no such customer
  public ServiceRequest take(TenantId tenant, @Nullable UUID callId, ServiceRequest.Made made) {
    return tenancy.run(
        tenant,
        () -> {
          UUID named = made.customerId();
          if (named != null && customers.find(tenant, named).isEmpty()) {
            throw new RequestException.Rejected("/customer_id", "is no customer of yours");
          }
          Urgency urgency = made.urgency();
          Instant now = clock.instant();
          ServiceRequest taken =
              requests.save(
                  new ServiceRequest(
                      UuidCreator.getTimeOrderedEpoch(),
                      tenant,
                      named == null ? calling(tenant, made.phone()) : named,
                      callId,
                      made.type().strip(),
                      made.description().strip(),
                      made.location(),
                      urgency == null ? Urgency.NORMAL : urgency,
                      made.name(),
                      made.phone(),
                      RequestStatus.OPEN,
                      0,
                      now,
                      now));
          outbox.happened(
              tenant,
              "service_request.created",
              taken.id(),
              Map.of(
                  "type", taken.type(),
                  "description", taken.description(),
                  "urgency", WireName.of(taken.urgency())));
          return taken;
        });
  }

  private @Nullable UUID calling(TenantId tenant, @Nullable E164 phone) {
    List<Customer> found = phone == null ? List.of() : customers.calling(tenant, phone);
    return found.size() == 1 ? found.getFirst().id() : null;
  }
}
