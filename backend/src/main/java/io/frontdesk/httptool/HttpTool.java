package io.frontdesk.httptool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a receptionist may ask of one of the business's own systems.
///
/// @param name by which the model calls it
/// @param description when to use it and how, for the model
/// @param parameters JSON Schema of what the model has to tell it
/// @param url with `{parameter}` where something goes in
/// @param body JSON with `{parameter}` in its texts; null for all that the model told
/// @param encryptedHeaders names and values of headers as JSON; null for none
/// @param timeoutSeconds how long the other side may take
/// @param result what of the answer the model may see, by name, as JSON pointers; empty for all
/// @param safe whether it only looks: it may be used on test calls then, and more than once
@MappedEntity(value = "http_tool", schema = "tenant")
public record HttpTool(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID receptionistId,
    String name,
    String description,
    @TypeDef(type = DataType.JSON) JsonNode parameters,
    HttpMethod method,
    String url,
    @Nullable @TypeDef(type = DataType.JSON) JsonNode body,
    @TypeDef(type = DataType.JSON) Map<String, String> headers,
    @JsonIgnore @Nullable String encryptedHeaders,
    int timeoutSeconds,
    @TypeDef(type = DataType.JSON) Map<String, String> result,
    boolean safe,
    @JsonIgnore @Nullable Instant retiredAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// This tool as somebody edited it.
  ///
  /// @param secrets the headers that nobody reads, encrypted
  HttpTool with(HttpToolDetails details, @Nullable String secrets) {
    return new HttpTool(
        id,
        tenantId,
        receptionistId,
        details.name(),
        details.description(),
        details.parameters(),
        details.method(),
        details.url(),
        details.body(),
        details.headers(),
        secrets,
        details.timeoutSeconds(),
        details.result(),
        details.safe(),
        retiredAt,
        version,
        createdAt,
        updatedAt);
  }

  HttpTool retired(Instant at) {
    return new HttpTool(
        id,
        tenantId,
        receptionistId,
        name,
        description,
        parameters,
        method,
        url,
        body,
        headers,
        null,
        timeoutSeconds,
        result,
        safe,
        at,
        version,
        createdAt,
        updatedAt);
  }
}
