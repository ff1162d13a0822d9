package io.frontdesk.httptool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Headers that are stored encrypted, and never shown again.
@Singleton
class SecretHeaders {
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

  private final Secrets secrets;
  private final ObjectMapper json;

  SecretHeaders(Secrets secrets, ObjectMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  /// @return null for none
  @Nullable String seal(TenantId tenant, Map<String, String> headers) {
    try {
      return headers.isEmpty()
          ? null
          : secrets.encrypt(tenant, json.writeValueAsString(new TreeMap<>(headers)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The headers of a tool, by name.
  Map<String, String> of(HttpTool tool) {
    String sealed = tool.encryptedHeaders();
    try {
      return sealed == null
          ? Map.of()
          : json.readValue(secrets.decrypt(tool.tenantId(), sealed), MAP);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
