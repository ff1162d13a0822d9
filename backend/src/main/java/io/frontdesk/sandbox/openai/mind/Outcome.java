package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a function gave back: JSON with `ok`, `say` and perhaps `argument`, other JSON, or text.
///
/// @param say what to tell the caller
/// @param argument the argument to ask for again, empty if none
record Outcome(boolean ok, String say, String argument) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Outcome of(String output) {
    JsonNode tree;
    try {
      tree = JSON.readTree(output);
    } catch (JsonProcessingException notJson) {
      return new Outcome(true, output.strip(), "");
    }
    if (!tree.isObject()) {
      return new Outcome(true, tree.asText(output).strip(), "");
    }
    boolean ok = tree.path("ok").asBoolean(!tree.has("error"));
    String say = tree.path("say").asText("");
    return new Outcome(ok, say.isBlank() ? text(tree) : say, tree.path("argument").asText(""));
  }

  /// The slot to ask for again.
  Optional<Slot> again(Tool tool) {
    return argument.isEmpty() ? Optional.empty() : tool.argument(argument);
  }

  /// What there is to tell of it: of several things the first, and no ids.
  private static String text(JsonNode tree) {
    if (tree.isArray()) {
      return tree.isEmpty() ? "" : text(tree.get(0));
    }
    if (!tree.isObject()) {
      return tree.isTextual() ? tree.asText() : "";
    }
    return tree.properties().stream()
        .filter(field -> !field.getKey().equals("id") && !field.getKey().endsWith("_id"))
        .map(field -> text(field.getValue()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(". "));
  }
}
