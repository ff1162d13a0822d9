package io.frontdesk.stats;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Statistics for programs written to an earlier API.
@Controller("/api/v1/voice/call-stats")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Earlier APIs")
class CallStatsController {
  private static final StatsQuery LAST_30_DAYS = new StatsQuery("30d", null, null);

  private final Statistics statistics;

  CallStatsController(Statistics statistics) {
    this.statistics = statistics;
  }

  /// @param period always `last_30_days`
  @Introspected
  record CallStats(
      long totalCalls, long inboundCalls, long outboundCalls, long leadsGenerated, String period) {}

  /// The last 30 days of the business's calendar, today included.
  @Get
  CallStats get(TenantId tenant) {
    Totals total = statistics.summary(tenant, LAST_30_DAYS).total();
    return new CallStats(
        total.totalCalls(),
        total.inboundCalls(),
        total.outboundCalls(),
        total.leadsGenerated(),
        "last_30_days");
  }
}
