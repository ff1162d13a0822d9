package io.frontdesk.stats;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What calls add up to, by the business's own clock.
@Controller("/api/v1/stats")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Statistics")
class StatsController {
  private final Statistics statistics;

  StatsController(Statistics statistics) {
    this.statistics = statistics;
  }

  /// The totals of a time and of the time before it.
  @Get("/summary")
  Summary summary(TenantId tenant, @RequestBean StatsQuery query) {
    return statistics.summary(tenant, query);
  }

  /// One number, day by day (week by week, month by month), and the same of the time before.
  @Get("/timeseries")
  TimeSeries series(
      TenantId tenant,
      @QueryValue(defaultValue = "calls") Metric metric,
      @QueryValue(value = "group_by", defaultValue = "day") Grouping groupBy,
      @RequestBean StatsQuery query) {
    return statistics.series(tenant, metric, groupBy, query);
  }

  /// How many calls began in each hour of the week.
  @Get("/heatmap")
  HeatMap heatMap(TenantId tenant, @RequestBean StatsQuery query) {
    return statistics.heatMap(tenant, query);
  }
}
