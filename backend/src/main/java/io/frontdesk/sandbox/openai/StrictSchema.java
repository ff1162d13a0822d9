package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;

/// The rules that a schema with `strict: true` must keep: each object closed, each property
/// required.
/// Source: https://platform.openai.com/docs/guides/structured-outputs
final class StrictSchema {
  private static final int MAX_DEPTH = 10;

  private StrictSchema() {}

  /// @throws ApiError for the first rule that is broken
  static void check(JsonNode schema, String name) {
    if (!schema.path("type").asText().equals("object")) {
      throw invalid(name, "schema must be a JSON Schema of 'type: \"object\"'");
    }
    check(schema, name, "()", 0);
  }

  private static void check(JsonNode schema, String name, String context, int depth) {
    if (depth > MAX_DEPTH) {
      throw invalid(name, "it is nested deeper than %d levels".formatted(MAX_DEPTH));
    }
    JsonNode properties = schema.path("properties");
    if (properties.isObject()) {
      closed(schema, name, context);
      properties.properties().forEach(p -> required(schema, p.getKey(), name, context));
      properties
          .properties()
          .forEach(p -> check(p.getValue(), name, context + "." + p.getKey(), depth + 1));
    }
    if (schema.path("items").isObject()) {
      check(schema.get("items"), name, context + "[]", depth + 1);
    }
    for (JsonNode one : schema.path("anyOf")) {
      check(one, name, context, depth + 1);
    }
  }

  private static void closed(JsonNode schema, String name, String context) {
    if (!schema.has("additionalProperties") || schema.get("additionalProperties").asBoolean(true)) {
      throw invalid(name, "In context=%s, 'additionalProperties' must be false".formatted(context));
    }
  }

  private static void required(JsonNode schema, String property, String name, String context) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(property)) {
        return;
      }
    }
    throw invalid(
        name,
        "In context=%s, 'required' must include every key in properties. Missing '%s'"
            .formatted(context, property));
  }

  private static ApiError invalid(String name, String what) {
    return ApiError.badRequest(
        null,
        "Invalid schema for response_format '%s': %s.".formatted(name, what),
        "response_format");
  }
}
