package io.frontdesk.lead;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That two leads were found to be one person: all that it takes to undo it.
///
/// @param leadId which one stands for both
/// @param before what was known of that one
/// @param after what was known of it with what the other one added
/// @param calls the other one's, which were moved
/// @param leads what had been merged into the other one, and was moved as well
/// @param undoneAt null while it holds
@MappedEntity(value = "lead_merge", schema = "tenant")
record LeadMerge(
    @Id UUID id,
    TenantId tenantId,
    UUID leadId,
    UUID mergedId,
    @TypeDef(type = DataType.JSON) Known before,
    @TypeDef(type = DataType.JSON) Known after,
    @MappedProperty("moved_calls") @TypeDef(type = DataType.JSON) List<UUID> calls,
    @MappedProperty("moved_leads") @TypeDef(type = DataType.JSON) List<UUID> leads,
    Instant createdAt,
    @Nullable Instant undoneAt) {}
