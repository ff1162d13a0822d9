package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A text that a tool is told.
/// @param description for the model
/// @param choices what it may be; empty if anything
record Parameter(
    String name, String description, boolean required, int maxLength, List<String> choices) {
  Parameter {
    choices = List.copyOf(choices);
  }

  static Parameter required(String name, int maxLength, String description) {
    return new Parameter(name, description, true, maxLength, List.of());
  }

  static Parameter optional(String name, int maxLength, String description) {
    return new Parameter(name, description, false, maxLength, List.of());
  }

  /// Optional, and one of these.
  static Parameter choice(String name, List<String> choices, String description) {
    return new Parameter(name, description, false, 100, choices);
  }

  /// Required, and one of these; empty if anything.
  static Parameter oneOf(String name, List<String> choices, String description) {
    return new Parameter(name, description, true, 100, choices);
  }

  ObjectNode schema() {
    ObjectNode schema =
        JsonNodeFactory.instance.objectNode().put("type", "string").put("description", description);
    if (choices.isEmpty()) {
      schema.put("maxLength", maxLength);
    } else {
      choices.forEach(schema.putArray("enum")::add);
    }
    return schema;
  }
}
