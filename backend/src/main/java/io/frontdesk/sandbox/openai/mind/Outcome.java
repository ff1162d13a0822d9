package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private static String text(JsonNode tree) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : tree) {
      if (value.isTextual()) {
        texts.add(value.asText());
      } else if (value.isContainerNode()) {
        texts.add(text(value));
      }
    }
    texts.removeIf(String::isBlank);
    return String.join(". ", texts);
  }
}
