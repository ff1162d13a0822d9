package io.frontdesk.access.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How much may be asked: `LIMITS_REQUESTS_PER_SECOND` and so on.
///
/// @param requestsPerSecond of one credential, and of one tenant, in the long run
/// @param requestBurst how many of them at once
/// @param failuresPerMinute how many requests of one address without a valid credential may fail,
/// in the long run
/// @param failureBurst how many of them at once
@ConfigurationProperties("limits")
record Limits(
    @Bindable(defaultValue = "100") int requestsPerSecond,
    @Bindable(defaultValue = "400") int requestBurst,
    @Bindable(defaultValue = "10") int failuresPerMinute,
    @Bindable(defaultValue = "60") int failureBurst) {
  Policy credential() {
    return new Policy("credential", requestBurst, requestsPerSecond, Duration.ofSeconds(1));
  }

  Policy tenant() {
    return new Policy("tenant", requestBurst, requestsPerSecond, Duration.ofSeconds(1));
  }

  Policy failures() {
    return new Policy("address", failureBurst, failuresPerMinute, Duration.ofMinutes(1));
  }
}
