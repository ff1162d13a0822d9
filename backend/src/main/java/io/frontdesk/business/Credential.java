package io.frontdesk.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's own account at another company. It never leaves the service: what is shown of it is
/// written out elsewhere, field by field.
///
/// @param account the public half, for example a SID; empty where the secret is all there is
/// @param settings what else is needed to use it, none of it secret
/// @param secret encrypted for the tenant
/// @param lastFour the last characters of the secret, four at most, so that its owner knows it
/// again
/// @param setBy whoever gave the secret: an e-mail address, or what a program is called
/// @param testedAt null if this secret was never tested
/// @param findings what the last test found; empty if nothing was wrong
@MappedEntity(value = "credential", schema = "tenant")
public record Credential(
    @Id UUID id,
    TenantId tenantId,
    Provider provider,
    String account,
    @TypeDef(type = DataType.JSON) JsonNode settings,
    String secret,
    String lastFour,
    @Nullable String setBy,
    Instant setAt,
    @Nullable Instant testedAt,
    @TypeDef(type = DataType.JSON) List<Finding> findings,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  @Override
  public String toString() {
    return "Credential[tenant=%s, provider=%s, account=%s]".formatted(tenantId, provider, account);
  }
}
