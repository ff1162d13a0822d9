package io.frontdesk.sandbox;

import io.frontdesk.access.TenantBinder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Whoever asks for numbers in the sandbox finds the one that sign-up promised.
@ServerFilter({"/api/v1/phone-numbers/**", "/api/v1/sandbox/**"})
@Requires(beans = StandIns.class)
class ReadinessFilter implements Ordered {
  private final TenantBinder tenants;
  private final Readiness readiness;

  ReadinessFilter(TenantBinder tenants, Readiness readiness) {
    this.tenants = tenants;
    this.readiness = readiness;
  }

  /// After security, which tells whose token it is.
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void wait(HttpRequest<?> request) {
    tenants.tenantOf(request).ifPresent(readiness::await);
  }
}
