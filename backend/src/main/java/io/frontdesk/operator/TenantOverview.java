package io.frontdesk.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant at a glance: what the database's function of this name tells.
///
/// @param state `active` or `suspended`
/// @param limits what was agreed besides the plan
/// @param ownerEmail of the owner who has been there longest; null if there is none
/// @param recentCalls how many calls it had in the last thirty days
@MappedEntity(value = "tenant_overview", schema = "platform")
record TenantOverview(
    @Id UUID id,
    String name,
    String state,
    @Nullable Instant suspendedAt,
    @Nullable String suspendedReason,
    String plan,
    @TypeDef(type = DataType.JSON) JsonNode limits,
    @Nullable String ownerEmail,
    long members,
    long phoneNumbers,
    long recentCalls,
    long openCalls,
    Instant createdAt) {}
