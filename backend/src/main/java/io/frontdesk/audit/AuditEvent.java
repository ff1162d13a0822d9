package io.frontdesk.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the audit log.
///
/// @param action a word such as `create`, `update`, `delete`, `publish`
/// @param resource what kind of thing it was done to, for example `service`
/// @param resourceId null where there is one such thing only, or none
/// @param changes what is different now, without secrets
@MappedEntity(value = "audit_event", schema = "tenant")
public record AuditEvent(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @Relation(Relation.Kind.EMBEDDED) Actor actor,
    String action,
    String resource,
    @Nullable UUID resourceId,
    @TypeDef(type = DataType.JSON) List<Difference> changes,
    Instant createdAt) {}
