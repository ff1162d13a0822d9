package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks now and then whether calls still come here, so that a business learns of it from us and
/// not from its customers. Several nodes may look at once: they see the same.
@Singleton
class NumberWatch {
  private static final Logger LOG = LoggerFactory.getLogger(NumberWatch.class);

  private final NumberCheck check;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;

  NumberWatch(NumberCheck check, PhoneNumbers numbers, Tenancy tenancy) {
    this.check = check;
    this.numbers = numbers;
    this.tenancy = tenancy;
  }

  /// Looks at all tenants' numbers. One whose Twilio account does not answer is looked at the next
  /// time.
  @Scheduled(initialDelay = "10m", fixedDelay = "30m")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void look() {
    for (UUID tenant : tenancy.platform(numbers::tenants)) {
      try {
        check.look(new TenantId(tenant));
      } catch (RuntimeException e) {
        LOG.warn("The numbers of tenant {} were not seen: {}", tenant, e.toString());
      }
    }
  }
}
