package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.Listening.NoiseReduction;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.web.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    noiseReduction(input, config.listening().noiseReduction());
    transcription(input.putObject("transcription"), config.transcription());
    turnDetection(input, config.listening(), config.listening().isModelsOwn());
    ObjectNode output = audio.putObject("output").put("voice", config.voice());
    if (config.speed() != null) {
      output.put("speed", config.speed());
    }
    muLaw(output);
    tools(session.putArray("tools"), config);
    session.put("tool_choice", "auto");
    truncation(session.putObject("truncation"));
    return event;
  }

  static ObjectNode stopReplying(SessionConfig config) {
    ObjectNode event = RealtimeWriter.object("session.update");
    ObjectNode session = event.putObject("session").put("type", "realtime");
    turnDetection(session.putObject("audio").putObject("input"), config.listening(), false);
    return event;
  }

  static ObjectNode letYield(SessionConfig config, boolean yielding) {
    ObjectNode event = RealtimeWriter.object("session.update");
    ObjectNode session = event.putObject("session").put("type", "realtime");
    ObjectNode input = session.putObject("audio").putObject("input");
    turnDetection(input, config.listening(), true).put("interrupt_response", yielding);
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

  private static void noiseReduction(ObjectNode input, @Nullable NoiseReduction noise) {
    if (noise == null) {
      input.putNull("noise_reduction");
    } else {
      input.putObject("noise_reduction").put("type", WireName.of(noise));
    }
  }

  private static void transcription(ObjectNode json, SessionConfig.Transcription transcription) {
    json.put("model", transcription.model());
    List<String> languages = transcription.languages();
    if (transcription.takesSeveral() && !languages.isEmpty()) {
      languages.forEach(json.putArray("languages")::add);
    } else if (languages.size() == 1) {
      json.put("language", languages.getFirst());
    }
    if (!transcription.prompt().isEmpty()) {
      json.put("prompt", transcription.prompt());
    }
  }

  private static ObjectNode turnDetection(ObjectNode input, Listening listening, boolean replying) {
    ObjectNode turns = input.putObject("turn_detection");
    switch (listening.turnDetection()) {
      case SILENCE ->
          turns
              .put("type", "server_vad")
              .put("threshold", listening.threshold())
              .put("prefix_padding_ms", listening.prefixMs())
              .put("silence_duration_ms", listening.silenceMs());
      case SENSE ->
          turns.put("type", "semantic_vad").put("eagerness", WireName.of(listening.eagerness()));
    }
    return turns.put("create_response", replying).put("interrupt_response", replying);
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
