package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.openai.mind.Prompt;
import java.util.ArrayList;
import java.util.List;

/// What one response is to be like: the session's settings and what `response.create` overrides.
///
/// @param settings instructions, tools, modality, voice and limits
/// @param override whether the instructions are the response's own
/// @param inConversation whether its output becomes part of the conversation
/// @param input what the model is shown
/// @param metadata echoed, null if there is none
record ResponseSettings(
    ObjectNode settings,
    boolean override,
    boolean inConversation,
    List<Item> input,
    JsonNode metadata) {

  /// @param request checked against [SessionShape#RESPONSE]; empty if the server began it
  /// @throws EventError if the request cannot be met
  static ResponseSettings of(SessionConfig config, ObjectNode request, Conversation conversation) {
    config.shorten(conversation);
    ObjectNode settings = config.responseDefaults();
    ObjectNode plain = request.deepCopy();
    JsonNode input = plain.remove("input");
    JsonNode metadata = plain.remove("metadata");
    JsonNode audio = plain.remove("audio");
    boolean apart = plain.path("conversation").asText().equals("none");
    plain.remove("conversation");
    settings.setAll(plain);
    if (audio != null && audio.path("output") instanceof ObjectNode output) {
      settings.withObjectProperty("audio").withObjectProperty("output").setAll(output);
    }
    Tools.check(settings, "response");
    return new ResponseSettings(
        settings,
        request.has("instructions"),
        !apart,
        input == null ? conversation.items() : items(input, conversation),
        metadata == null ? NullNode.instance : metadata);
  }

  private static List<Item> items(JsonNode input, Conversation conversation) {
    List<Item> items = new ArrayList<>();
    for (JsonNode one : input) {
      items.add(
          one.path("type").asText().equals("item_reference")
              ? conversation.require(one.path("id").asText(), "reference")
              : Item.created((ObjectNode) one, "", 0));
    }
    return items;
  }

  Prompt prompt() {
    return new Prompt(
        settings.path("instructions").asText(),
        override,
        Tools.of(settings),
        Tools.choice(settings),
        Conversation.messages(input));
  }

  Tokens inputTokens() {
    Tokens tokens =
        Tokens.ofText(settings.path("instructions").asText())
            .plus(Tokens.ofText(settings.path("tools").toString()));
    return input.stream().map(Item::tokens).reduce(tokens, Tokens::plus);
  }

  boolean aloud() {
    return settings.path("output_modalities").path(0).asText().equals("audio");
  }

  SoundFormat format() {
    return SoundFormat.of(settings.path("audio").path("output").path("format"));
  }

  /// The most tokens it may have as output.
  int maxOutputTokens() {
    return settings.path("max_output_tokens").asInt(Integer.MAX_VALUE);
  }

  /// The fields of the response object that say what it is like.
  void describe(ObjectNode response) {
    response.set("output_modalities", settings.get("output_modalities").deepCopy());
    response.set("max_output_tokens", settings.get("max_output_tokens").deepCopy());
    response.set("audio", settings.get("audio").deepCopy());
    response.set("metadata", metadata.deepCopy());
  }
}
