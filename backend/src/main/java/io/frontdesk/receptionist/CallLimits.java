package io.frontdesk.receptionist;

import io.frontdesk.access.Allowance.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How much one call may take before the receptionist takes leave.
///
/// @param minutes how long it may last
/// @param spend what its models may cost, as far as that is known; null for no limit
@Introspected
public record CallLimits(@Min(2) @Max(120) Integer minutes, @Nullable @Valid Money spend) {
  private static final int USUAL_MINUTES = 30;

  /// What suits most businesses.
  public static final CallLimits USUAL = new CallLimits(USUAL_MINUTES, null);

  public CallLimits {
    minutes = Objects.requireNonNullElse(minutes, USUAL_MINUTES);
  }

  static CallLimits orUsual(@Nullable CallLimits limits) {
    return Objects.requireNonNullElse(limits, USUAL);
  }

  /// How long it may last.
  public Duration length() {
    return Duration.ofMinutes(minutes);
  }
}
