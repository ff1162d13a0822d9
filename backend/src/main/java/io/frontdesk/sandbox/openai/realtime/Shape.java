package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;

/// What a piece of JSON must look like.
@FunctionalInterface
interface Shape {

  /// Looks at a value.
  /// @param path where it stands, for example `session.audio.output.voice`
  /// @throws EventError for the first thing that is wrong
  void check(JsonNode value, String path);

  /// This shape, or null.
  default Shape orNull() {
    return (value, path) -> {
      if (!value.isNull()) {
        check(value, path);
      }
    };
  }

  /// What a value is, in words.
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a string";
      case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NULL -> "null";
      case BINARY, MISSING, POJO -> "something else";
    };
  }
}
