package io.frontdesk.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.testing.ApiDocument;
import java.util.UUID;

/// Good values, made from the document's schemas.
///
/// @param document where references lead
record Sample(ApiDocument document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// A value that the schema allows; of an object, the fields it needs.
  JsonNode of(JsonNode referring) {
    JsonNode schema = document.resolve(referring);
    if (schema.has("anyOf")) {
      return of(schema.path("anyOf").get(0));
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    if (schema.has("default")) {
      return schema.path("default");
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> JSON.arrayNode();
      case "integer", "number" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt()));
      case "boolean" -> JSON.booleanNode(true);
      default -> JSON.textNode(text(schema));
    };
  }

  private JsonNode object(JsonNode schema) {
    var object = JSON.objectNode();
    schema
        .path("required")
        .forEach(name -> object.set(name.asText(), of(schema.at("/properties/" + name.asText()))));
    return object;
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> "00000000-0000-7000-8000-000000000000";
      case "date-time" -> "2027-03-01T15:00:00Z";
      case "date" -> "2027-03-01";
      case "partial-time" -> "09:00";
      case "email" -> UUID.randomUUID() + "@example.com";
      case "e164" -> "+14155550100";
      default -> "a text that is long enough";
    };
  }

  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }
}
