package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program that works with a business's data.
///
/// @param id its `client_id`
/// @param secretHash SHA-256 of its secret, which is random and long
/// @param lastUsedAt when it last asked for a token
@MappedEntity(value = "api_client", schema = "tenant")
record ApiClient(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String name,
    @TypeDef(type = DataType.JSON) List<String> scopes,
    @JsonIgnore String secretHash,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
