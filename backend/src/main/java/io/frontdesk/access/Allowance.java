package io.frontdesk.access;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of the installation a tenant may use. What is null is not limited, or, where it is set
/// besides a plan, is as the plan says.
///
/// @param concurrentCalls how many calls are answered at the same time
/// @param phoneNumbers how many numbers it may have
/// @param minutesPerMonth how long its calls may last in a calendar month, all together
/// @param spendPerDay what its calls may cost in a day, as far as that is known
@Introspected
public record Allowance(
    @Nullable @Min(0) @Max(1_000_000) Integer concurrentCalls,
    @Nullable @Min(0) @Max(1_000_000) Integer phoneNumbers,
    @Nullable @Min(0) @Max(100_000_000) Long minutesPerMonth,
    @Nullable @Valid Money spendPerDay) {
  /// Limits nothing, or changes nothing of what a plan says.
  public static final Allowance NONE = new Allowance(null, null, null, null);

  /// An amount of money.
  ///
  /// @param amountMicros in millionths
  /// @param currency ISO 4217
  @Introspected
  public record Money(
      @Min(0) @Max(1_000_000_000_000_000L) long amountMicros,
      @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

  /// These, and where they say nothing `others`.
  Allowance over(Allowance others) {
    return new Allowance(
        concurrentCalls == null ? others.concurrentCalls : concurrentCalls,
        phoneNumbers == null ? others.phoneNumbers : phoneNumbers,
        minutesPerMonth == null ? others.minutesPerMonth : minutesPerMonth,
        spendPerDay == null ? others.spendPerDay : spendPerDay);
  }

  /// Whether a call may be one too many.
  public boolean boundsCalls() {
    return concurrentCalls != null || minutesPerMonth != null || spendPerDay != null;
  }
}
