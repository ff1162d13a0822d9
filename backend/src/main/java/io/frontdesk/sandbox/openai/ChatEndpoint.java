package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.openai.mind.Extraction;
import io.frontdesk.sandbox.openai.mind.Reply;
import io.frontdesk.sandbox.openai.mind.ScriptlessModel;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// `POST /v1/chat/completions`, in one piece: fills a JSON Schema from the messages, or answers
/// like the receptionist that the messages describe.
/// Source: https://platform.openai.com/docs/api-reference/chat/create
final class ChatEndpoint {
  private static final int CHARACTERS_PER_TOKEN = 4;

  Response complete(Request request) {
    JsonBody body = JsonBody.of(request);
    String model = Model.require(body.text("model"), Model.Use.CHAT).id();
    ChatMessages messages = ChatMessages.of(body.get("messages"));
    if (body.get("stream").asBoolean(false)) {
      throw ApiError.badRequest("unsupported_value", "This stand-in does not stream.", "stream");
    }
    int most = maxTokens(body);
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", "assistant");
    String finish = answer(body, messages, message);
    if (tokens(message.toString()) > most && message.path("content").isTextual()) {
      String content = message.get("content").asText();
      int length = Math.min(content.length(), most * CHARACTERS_PER_TOKEN);
      message.put("content", content.substring(0, length));
      finish = "length";
    }
    message.putNull("refusal").putArray("annotations");
    return Response.json(200, completion(model, messages, message, finish).toString());
  }

  /// Writes the answer into the message.
  ///
  /// @return why it ends
  private static String answer(JsonBody body, ChatMessages messages, ObjectNode message) {
    JsonNode format = body.get("response_format");
    return switch (format.path("type").asText("text")) {
      case "json_schema" -> write(Extraction.fill(schema(format), messages.texts()), message);
      case "json_object" -> {
        requireJson(messages);
        yield write(Extraction.summary(messages.texts()), message);
      }
      case "text" -> talk(body, messages, message);
      default ->
          throw ApiError.badRequest(
              "invalid_value", "Unknown response format.", "response_format.type");
    };
  }

  private static String write(ObjectNode content, ObjectNode message) {
    message.put("content", content.toString());
    return "stop";
  }

  private static void requireJson(ChatMessages messages) {
    if (messages.texts().stream().noneMatch(t -> t.toLowerCase(Locale.ROOT).contains("json"))) {
      throw ApiError.badRequest(
          null,
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
              + " 'json_object'.",
          "messages");
    }
  }

  private static String talk(JsonBody body, ChatMessages messages, ObjectNode message) {
    return switch (ScriptlessModel.reply(
        messages.prompt(body.get("tools"), body.get("tool_choice")))) {
      case Reply.Say(String text) -> {
        message.put("content", text);
        yield "stop";
      }
      case Reply.Call(String name, ObjectNode arguments) -> {
        message
            .putNull("content")
            .putArray("tool_calls")
            .addObject()
            .put("id", "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24))
            .put("type", "function")
            .putObject("function")
            .put("name", name)
            .put("arguments", arguments.toString());
        yield "tool_calls";
      }
    };
  }

  private static JsonNode schema(JsonNode format) {
    JsonNode named = format.path("json_schema");
    String path = "response_format.json_schema";
    if (!named.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")) {
      throw ApiError.missing(path + ".name");
    }
    if (!named.path("schema").isObject()) {
      throw ApiError.missing(path + ".schema");
    }
    if (named.path("strict").asBoolean(false)) {
      StrictSchema.check(named.get("schema"), named.get("name").asText());
    }
    return named.get("schema");
  }

  private static int maxTokens(JsonBody body) {
    JsonNode most = body.get("max_completion_tokens");
    JsonNode limit = most.isMissingNode() ? body.get("max_tokens") : most;
    return limit.isInt() && limit.asInt() > 0 ? limit.asInt() : Integer.MAX_VALUE;
  }

  private static ObjectNode completion(
      String model, ChatMessages messages, ObjectNode message, String finish) {
    ObjectNode completion = JsonNodeFactory.instance.objectNode();
    completion.put("id", "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""));
    completion.put("object", "chat.completion").put("created", Instant.now().getEpochSecond());
    completion.put("model", model).put("service_tier", "default");
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    choice.set("message", message);
    choice.putNull("logprobs").put("finish_reason", finish);
    int prompt = messages.texts().stream().mapToInt(ChatEndpoint::tokens).sum();
    int produced = tokens(message.path("content").asText("") + message.path("tool_calls"));
    ObjectNode usage = completion.putObject("usage");
    usage.put("prompt_tokens", prompt).put("completion_tokens", produced);
    usage.put("total_tokens", prompt + produced);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0).put("audio_tokens", 0);
    return completion;
  }

  private static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
  }
}
