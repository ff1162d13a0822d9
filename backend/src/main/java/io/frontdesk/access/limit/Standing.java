package io.frontdesk.access.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// How a signed-in request stands to its limits, after it was counted.
/// Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (10)
record Standing(List<Count> counts) {
  /// @param probe what its bucket said
  record Count(Policy policy, ConsumptionProbe probe) {
    private String rest() {
      long left = probe.getRemainingTokens();
      return "\"%s\";r=%d;t=%d"
          .formatted(policy.name(), left, policy.secondsFor(policy.burst() - left));
    }

    private String law() {
      return "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.burst(), policy.windowSeconds());
    }
  }

  boolean isWithinLimits() {
    return counts.stream().allMatch(count -> count.probe().isConsumed());
  }

  /// After which a request would be within all limits.
  Duration untilNext() {
    return Duration.ofNanos(
        counts.stream().mapToLong(c -> c.probe().getNanosToWaitForRefill()).max().orElse(0));
  }

  /// What is left: `RateLimit`.
  String left() {
    return counts.stream().map(Count::rest).collect(Collectors.joining(", "));
  }

  /// What is allowed: `RateLimit-Policy`.
  String policies() {
    return counts.stream().map(Count::law).collect(Collectors.joining(", "));
  }
}
