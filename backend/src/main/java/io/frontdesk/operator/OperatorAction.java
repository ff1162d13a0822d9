package io.frontdesk.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that an operator did.
///
/// @param tenantId whom it was about; null if about nobody in particular
@MappedEntity(value = "operator_action", schema = "platform")
record OperatorAction(
    @Id UUID id,
    String operator,
    String address,
    String action,
    @Nullable UUID tenantId,
    @TypeDef(type = DataType.JSON) JsonNode details,
    Instant createdAt) {}
