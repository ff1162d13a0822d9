package io.frontdesk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// The OpenAPI document as a running service serves it.
///
/// @param json the whole document
public record ApiDocument(JsonNode json) {
  /// One method of one path.
  ///
  /// @param path with its variables in braces
  public record Operation(String method, String path, JsonNode json) {
    /// Whether it asks for an access token.
    public boolean needsToken() {
      return !json.path("security").isArray() || !json.path("security").isEmpty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// The one that is compiled in.
  static ApiDocument compiled() {
    try (var yaml = ApiDocument.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
      return new ApiDocument(new ObjectMapper().valueToTree(new Yaml().load(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks for it as anybody may: without a token.
  public static ApiDocument of(Api api) {
    Map<String, Object> yaml = new Yaml().load(api.get("/api/v1/openapi.yml").text());
    return new ApiDocument(new ObjectMapper().valueToTree(yaml));
  }

  /// Every operation, in the document's order.
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    json.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  /// A schema with its reference followed.
  public JsonNode resolve(JsonNode schema) {
    return schema.has("$ref")
        ? resolve(json.at(schema.path("$ref").asText().substring("#".length())))
        : schema;
  }
}
