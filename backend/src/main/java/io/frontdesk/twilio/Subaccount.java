package io.frontdesk.twilio;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The account that the platform opened for a tenant under one of its own.
///
/// @param parentSid the platform's account; null if it was not written down at the time
/// @param secret its token, encrypted for the tenant
@MappedEntity(value = "twilio_subaccount", schema = "tenant")
record Subaccount(
    @Id UUID id,
    TenantId tenantId,
    String accountSid,
    @Nullable String parentSid,
    String secret,
    Instant createdAt) {

  boolean isUnder(@Nullable String platform) {
    return parentSid == null || parentSid.equals(platform);
  }

  @Override
  public String toString() {
    return "Subaccount[tenant=%s, sid=%s]".formatted(tenantId, accountSid);
  }
}
