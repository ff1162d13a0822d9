package io.frontdesk.call;

import io.frontdesk.access.Allowance;
import io.frontdesk.access.Allowance.Money;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStanding;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How much the business may use, and how much of it is used. Whoever runs the service decides it.
@Controller("/api/v1/business/limits")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Business")
class LimitsController {
  private static final int SECONDS_PER_MINUTE = 60;

  private final TenantStandings standings;
  private final Consumption consumption;
  private final PhoneNumbers numbers;
  private final Catalogue catalogue;
  private final Tenancy tenancy;

  LimitsController(
      TenantStandings standings,
      Consumption consumption,
      PhoneNumbers numbers,
      Catalogue catalogue,
      Tenancy tenancy) {
    this.standings = standings;
    this.consumption = consumption;
    this.numbers = numbers;
    this.catalogue = catalogue;
    this.tenancy = tenancy;
  }

  /// All limits of a business.
  ///
  /// @param concurrentCalls calls at the same time, and those that go on
  /// @param minutesPerMonth of calls, in this calendar month of the business's clock
  /// @param spendPerDay what today's calls have cost, as far as it is known
  @Introspected
  record Limits(
      Plan plan,
      Measure concurrentCalls,
      Measure phoneNumbers,
      Measure minutesPerMonth,
      Spending spendPerDay) {}

  /// @param limit null if there is none
  @Introspected
  record Measure(@Nullable Long limit, long used) {}

  /// @param limit null if there is none
  @Introspected
  record Spending(@Nullable Money limit, Money used) {}

  @Get
  Limits limits(TenantId tenant) {
    return tenancy.run(
        tenant,
        () -> {
          TenantStanding standing = standings.of(tenant);
          Allowance may = standing.effectiveLimits();
          Money most = may.spendPerDay();
          String currency = most == null ? catalogue.currency() : most.currency();
          Places.Used used = consumption.of(tenant, currency);
          return new Limits(
              standing.plan(),
              measure(may.concurrentCalls(), used.calls()),
              measure(may.phoneNumbers(), numbers.findByTenantIdOrderById(tenant).size()),
              new Measure(may.minutesPerMonth(), used.seconds() / SECONDS_PER_MINUTE),
              new Spending(most, new Money(used.spent(), currency)));
        });
  }

  private static Measure measure(@Nullable Integer limit, long used) {
    return new Measure(limit == null ? null : limit.longValue(), used);
  }
}
