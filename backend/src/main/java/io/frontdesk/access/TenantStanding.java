package io.frontdesk.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a tenant stands with the installation. Operators decide it.
///
/// @param limits what was agreed besides the plan
/// @param suspendedAt null if it is served
/// @param suspendedReason for its people to read; null if it is served
@MappedEntity(value = "tenant", schema = "platform")
public record TenantStanding(
    @Id UUID id,
    String name,
    Plan plan,
    @TypeDef(type = DataType.JSON) Allowance limits,
    @Nullable Instant suspendedAt,
    @Nullable String suspendedReason,
    Instant createdAt) {

  public boolean isSuspended() {
    return suspendedAt != null;
  }

  /// What it may use, all considered.
  public Allowance effectiveLimits() {
    return limits.over(plan.allowance());
  }

  TenantStanding suspended(@Nullable Instant at, @Nullable String reason) {
    return new TenantStanding(id, name, plan, limits, at, reason, createdAt);
  }

  TenantStanding agreed(Plan newPlan, Allowance newLimits) {
    return new TenantStanding(
        id, name, newPlan, newLimits, suspendedAt, suspendedReason, createdAt);
  }
}
