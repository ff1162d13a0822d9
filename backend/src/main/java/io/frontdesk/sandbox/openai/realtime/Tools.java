package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.sandbox.openai.mind.Tool;
import io.frontdesk.sandbox.openai.mind.ToolChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The functions in a session's or a response's settings.
final class Tools {
  private Tools() {}

  static List<Tool> of(JsonNode settings) {
    List<Tool> tools = new ArrayList<>();
    for (JsonNode tool : settings.path("tools")) {
      tools.add(
          new Tool(
              tool.path("name").asText(),
              tool.path("description").asText(""),
              tool.has("parameters")
                  ? tool.get("parameters")
                  : JsonNodeFactory.instance.objectNode()));
    }
    return tools;
  }

  static ToolChoice choice(JsonNode settings) {
    JsonNode choice = settings.path("tool_choice");
    return switch (choice.isObject() ? "function" : choice.asText()) {
      case "none" -> new ToolChoice.None();
      case "required" -> new ToolChoice.Required();
      case "function" -> new ToolChoice.Function(choice.path("name").asText());
      default -> new ToolChoice.Auto();
    };
  }

  /// @throws EventError if two have one name, or the chosen one is not among them
  static void check(JsonNode settings, String path) {
    Set<String> names = new HashSet<>();
    for (Tool tool : of(settings)) {
      if (!names.add(tool.name())) {
        throw EventError.invalidValue(
            path + ".tools", "Two tools are called '%s'.".formatted(tool.name()));
      }
    }
    if (choice(settings) instanceof ToolChoice.Function(String name) && !names.contains(name)) {
      throw EventError.invalidValue(
          path + ".tool_choice", "Tool choice '%s' not found in 'tools'.".formatted(name));
    }
  }
}
