package io.frontdesk.access;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// How much of the installation a tenant may use. What is null is not limited, or, where it is set
/// besides a plan, is as the plan says.
///
/// @param concurrentCalls how many calls are answered at the same time
/// @param phoneNumbers how many numbers it may have
@Introspected
public record Allowance(
    @Nullable @Min(0) @Max(1_000_000) Integer concurrentCalls,
    @Nullable @Min(0) @Max(1_000_000) Integer phoneNumbers) {
  /// These, and where they say nothing `others`.
  Allowance over(Allowance others) {
    return new Allowance(
        concurrentCalls == null ? others.concurrentCalls : concurrentCalls,
        phoneNumbers == null ? others.phoneNumbers : phoneNumbers);
  }
}
