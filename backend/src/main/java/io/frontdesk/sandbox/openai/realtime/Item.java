package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.openai.mind.Message;
import org.jspecify.annotations.Nullable;

/// One item of a conversation: how the API shows it, and what the model remembers of it.
final class Item {
  private final ObjectNode json;
  private String words;
  private int audioMs;
  private boolean truncated;
  private @Nullable Speech speech;

  private Item(ObjectNode json, String words, int audioMs) {
    this.json = json;
    this.words = words;
    this.audioMs = audioMs;
  }

  /// What the caller said aloud.
  static Item heard(String id, String words, int audioMs) {
    ObjectNode json = message(id, "user", "completed");
    json.withArrayProperty("content").addObject().put("type", "input_audio").putNull("transcript");
    return new Item(json, words, audioMs);
  }

  /// What the model is about to say or write.
  static Item spoken(String id) {
    return new Item(message(id, "assistant", "in_progress"), "", 0);
  }

  /// A function that the model is about to call.
  static Item called(String id, String callId, String name) {
    ObjectNode json =
        node(id, "function_call", "in_progress")
            .put("call_id", callId)
            .put("name", name)
            .put("arguments", "");
    return new Item(json, "", 0);
  }

  /// An item that the client made.
  /// @param created checked against [ItemShape]
  /// @param words heard in its sound, if it has some
  static Item created(ObjectNode created, String words, int audioMs) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", created.path("id").asText(Ids.next("item"))).put("object", "realtime.item");
    json.setAll(created);
    json.put("status", created.path("status").asText("completed"));
    StringBuilder all = new StringBuilder(words);
    for (JsonNode part : json.path("content")) {
      if (part.hasNonNull("text")) {
        all.append(all.isEmpty() ? "" : " ").append(part.get("text").asText());
      }
      if (part instanceof ObjectNode sound) {
        sound.remove("audio");
      }
    }
    return new Item(json, all.toString(), audioMs);
  }

  private static ObjectNode message(String id, String role, String status) {
    ObjectNode json = node(id, "message", status).put("role", role);
    json.putArray("content");
    return json;
  }

  private static ObjectNode node(String id, String type, String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("object", "realtime.item")
        .put("type", type)
        .put("status", status);
  }

  String id() {
    return json.get("id").asText();
  }

  String type() {
    return json.get("type").asText();
  }

  String callId() {
    return json.path("call_id").asText();
  }

  /// A copy as the API shows it.
  ObjectNode json() {
    return json.deepCopy();
  }

  /// The caller's words are written down now.
  void transcribed(String transcript) {
    if (json.path("content").path(0) instanceof ObjectNode part) {
      part.put("transcript", transcript);
    }
  }

  /// The model has said this much.
  void says(Speech all, String words, int untilMs) {
    speech = all;
    if (!truncated) {
      this.words = words;
      audioMs = untilMs;
      part("output_audio").put("transcript", words);
    }
  }

  /// The model has written this.
  void writes(String text) {
    words = text;
    part("output_text").put("text", text);
  }

  void calls(String arguments) {
    json.put("arguments", arguments);
  }

  void finish(boolean whole) {
    json.put("status", whole ? "completed" : "incomplete");
  }

  private ObjectNode part(String type) {
    return json.path("content").path(0) instanceof ObjectNode part
        ? part
        : json.withArrayProperty("content").addObject().put("type", type);
  }

  /// The caller heard the model only up to here: the model forgets the rest.
  /// @throws EventError if that cannot be
  void truncate(int contentIndex, int audioEndMs) {
    Speech said = speech;
    if (said == null || contentIndex != 0) {
      throw new EventError(
          "unsupported_content_type", "Only model output audio messages can be truncated", null);
    }
    if (audioEndMs > audioMs) {
      throw EventError.invalidValue(
          "audio_end_ms",
          "Audio content of %dms is already shorter than %dms".formatted(audioMs, audioEndMs));
    }
    truncated = true;
    words = said.wordsUntil(audioEndMs);
    audioMs = audioEndMs;
    part("output_audio").remove("transcript");
  }

  /// What the model remembers.
  Message message() {
    return switch (type()) {
      case "function_call" -> new Message.Called(callId(), json.get("name").asText());
      case "function_call_output" -> new Message.Returned(callId(), json.get("output").asText());
      default ->
          switch (json.get("role").asText()) {
            case "assistant" -> new Message.Said(words);
            case "system" -> new Message.Note(words);
            default -> new Message.Caller(words);
          };
    };
  }

  /// What the item costs as input.
  Tokens tokens() {
    boolean model = json.path("role").asText().equals("assistant");
    Tokens sound = model ? Tokens.ofModel(audioMs) : Tokens.ofCaller(audioMs);
    String text = json.path("arguments").asText("") + json.path("output").asText("");
    return sound.plus(Tokens.ofText(audioMs > 0 ? text : text + words));
  }
}
