package io.frontdesk.access.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Tells how a request stands to its limits, and tells the limits how it went.
@ServerFilter("/api/**")
class LimitFilter implements Ordered {
  private static final String RATE_LIMIT = "RateLimit";
  private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

  private final FailureLimit failures;

  LimitFilter(FailureLimit failures) {
    this.failures = failures;
  }

  /// Outside of what may refuse a request, to see the refusals.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
    failures.answered(request, response.code());
    request
        .getAttribute(RequestLimit.STANDING, Standing.class)
        .ifPresent(
            standing -> {
              response.header(RATE_LIMIT, standing.left());
              response.header(RATE_LIMIT_POLICY, standing.policies());
            });
  }
}
