package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.sandbox.openai.mind.Message;
import io.frontdesk.sandbox.openai.mind.Prompt;
import io.frontdesk.sandbox.openai.mind.Tool;
import io.frontdesk.sandbox.openai.mind.ToolChoice;
import java.util.ArrayList;
import java.util.List;

/// The messages of a chat request.
final class ChatMessages {
  private final List<String> instructions = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private ChatMessages() {}

  /// @throws ApiError if there is none, or one is not a message
  static ChatMessages of(JsonNode json) {
    if (!json.isArray() || json.isEmpty()) {
      throw ApiError.missing("messages");
    }
    ChatMessages messages = new ChatMessages();
    for (int i = 0; i < json.size(); i++) {
      messages.add(json.get(i), "messages[%d]".formatted(i));
    }
    return messages;
  }

  private void add(JsonNode json, String path) {
    String text = text(json.path("content"));
    if (!text.isEmpty()) {
      texts.add(text);
    }
    switch (json.path("role").asText()) {
      case "system", "developer" -> instructions.add(text);
      case "user" -> messages.add(new Message.Caller(text));
      case "assistant" -> {
        if (!text.isEmpty()) {
          messages.add(new Message.Said(text));
        }
        for (JsonNode call : json.path("tool_calls")) {
          String name = call.path("function").path("name").asText();
          messages.add(new Message.Called(call.path("id").asText(), name));
        }
      }
      case "tool" -> messages.add(returned(json, text, path));
      default ->
          throw ApiError.badRequest(
              "invalid_value",
              "Invalid value: '%s'. Supported values are: 'system', 'developer', 'assistant',"
                      .formatted(json.path("role").asText())
                  + " 'user' and 'tool'.",
              path + ".role");
    }
  }

  private Message returned(JsonNode json, String text, String path) {
    String callId = json.path("tool_call_id").asText();
    boolean called =
        messages.stream()
            .anyMatch(
                message -> message instanceof Message.Called(String id, _) && id.equals(callId));
    if (!called) {
      throw ApiError.badRequest(
          null,
          "Invalid parameter: messages with role 'tool' must be a response to a preceding message"
              + " with 'tool_calls'.",
          path + ".role");
    }
    return new Message.Returned(callId, text);
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText(""));
    }
    return text.toString();
  }

  /// What the messages say, in their order.
  List<String> texts() {
    return List.copyOf(texts);
  }

  Prompt prompt(JsonNode tools, JsonNode choice) {
    List<Tool> functions = new ArrayList<>();
    for (JsonNode tool : tools) {
      JsonNode function = tool.path("function");
      functions.add(
          new Tool(
              function.path("name").asText(),
              function.path("description").asText(""),
              function.path("parameters").isObject()
                  ? function.get("parameters")
                  : JsonNodeFactory.instance.objectNode()));
    }
    return new Prompt(
        String.join("\n\n", instructions), false, functions, choice(choice), messages);
  }

  private static ToolChoice choice(JsonNode choice) {
    if (choice.isObject()) {
      return new ToolChoice.Function(choice.path("function").path("name").asText());
    }
    return switch (choice.asText()) {
      case "none" -> new ToolChoice.None();
      case "required" -> new ToolChoice.Required();
      default -> new ToolChoice.Auto();
    };
  }
}
