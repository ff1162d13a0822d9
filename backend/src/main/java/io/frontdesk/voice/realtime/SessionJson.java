package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.conversation.tool.ToolSpec;

/// The JSON of `session.update`.
/// Source: https://platform.openai.com/docs/api-reference/realtime-client-events/session/update
final class SessionJson {
  /// About ten minutes of talk.
  private static final int MOST_TOKENS_OF_TALK = 12_000;

  private static final double RETAINED = 0.8;

  private SessionJson() {}

  static ObjectNode configure(SessionConfig config) {
    ObjectNode event = RealtimeWriter.object("session.update");
    ObjectNode session = event.putObject("session").put("type", "realtime");
    session.putArray("output_modalities").add("audio");
    session.put("instructions", config.instructions());
    ObjectNode audio = session.putObject("audio");
    ObjectNode input = audio.putObject("input");
    muLaw(input);
    input.putNull("noise_reduction");
    transcription(input.putObject("transcription"), config.transcription());
    turnDetection(input, config.turns(), true);
    ObjectNode output = audio.putObject("output").put("voice", config.voice());
    muLaw(output);
    tools(session.putArray("tools"), config);
    session.put("tool_choice", "auto");
    truncation(session.putObject("truncation"));
    return event;
  }

  static ObjectNode stopReplying(SessionConfig config) {
    ObjectNode event = RealtimeWriter.object("session.update");
    ObjectNode session = event.putObject("session").put("type", "realtime");
    turnDetection(session.putObject("audio").putObject("input"), config.turns(), false);
    return event;
  }

  /// The whole conversation is paid for again with every answer: old turns are dropped, some at a
  /// time, so that what stays is still cached.
  private static void truncation(ObjectNode json) {
    json.put("type", "retention_ratio").put("retention_ratio", RETAINED);
    json.putObject("token_limits").put("post_instructions", MOST_TOKENS_OF_TALK);
  }

  private static void muLaw(ObjectNode direction) {
    direction.putObject("format").put("type", "audio/pcmu");
  }

  private static void transcription(ObjectNode json, SessionConfig.Transcription transcription) {
    json.put("model", transcription.model());
    if (!transcription.prompt().isEmpty()) {
      json.put("prompt", transcription.prompt());
    }
  }

  private static void turnDetection(
      ObjectNode input, SessionConfig.TurnDetection turns, boolean replying) {
    input
        .putObject("turn_detection")
        .put("type", "server_vad")
        .put("threshold", turns.threshold())
        .put("prefix_padding_ms", turns.prefixMs())
        .put("silence_duration_ms", turns.silenceMs())
        .put("create_response", replying)
        .put("interrupt_response", replying);
  }

  private static void tools(ArrayNode tools, SessionConfig config) {
    for (ToolSpec tool : config.tools()) {
      tools
          .addObject()
          .put("type", "function")
          .put("name", tool.name())
          .put("description", tool.description())
          .set("parameters", tool.parameters());
    }
  }
}
