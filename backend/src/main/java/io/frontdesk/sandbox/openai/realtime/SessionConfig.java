package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/// The effective configuration of a session. Immutable: an update makes another one, or fails and
/// changes nothing.
final class SessionConfig {
  private static final int MAX_INSTRUCTION_TOKENS = 16_384;
  private static final Set<String> WITH_KEYWORDS = Set.of("gpt-transcribe", "gpt-live-transcribe");
  private static final String INSTRUCTIONS =
      "You are a helpful, witty, and friendly AI. Talk quickly. You should always call a function"
          + " if you can.";

  private final ObjectNode session;

  private SessionConfig(ObjectNode session) {
    this.session = session;
  }

  /// What a session begins with; not what a telephone needs.
  static SessionConfig defaults(String id, String model, long expiresAtEpochSeconds) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode session = nodes.objectNode();
    session.put("type", "realtime").put("object", "realtime.session").put("id", id);
    session.put("model", model).put("expires_at", expiresAtEpochSeconds);
    session.putArray("output_modalities").add("audio");
    session.put("instructions", INSTRUCTIONS);
    session.putArray("tools");
    session.put("tool_choice", "auto").put("max_output_tokens", "inf").put("truncation", "auto");
    session.putNull("tracing").putNull("prompt").putNull("include");
    if (reasons(model)) {
      session.put("parallel_tool_calls", true).putObject("reasoning").put("effort", "low");
    }
    ObjectNode input = session.withObjectProperty("audio").putObject("input");
    input.set("format", SoundFormat.PCM.json());
    input.putNull("transcription").putNull("noise_reduction");
    input.set("turn_detection", TurnDetection.defaults().json());
    ObjectNode output = session.withObjectProperty("audio").putObject("output");
    output.set("format", SoundFormat.PCM.json());
    output.put("voice", "alloy").put("speed", 1.0);
    return new SessionConfig(session);
  }

  /// This configuration with an update: what it does not name stays.
  ///
  /// @param update checked against [SessionShape#UPDATE]
  /// @param voiceIsHeard whether the model has spoken, so that its voice must stay
  /// @throws EventError if the update cannot be taken as a whole
  SessionConfig updated(ObjectNode update, boolean voiceIsHeard) {
    if (update.path("type").asText().equals("transcription")) {
      throw EventError.invalidValue(
          "session.type",
          "Passing a transcription session update event to a realtime session is not allowed.");
    }
    ObjectNode merged = session.deepCopy();
    ObjectNode plain = update.deepCopy();
    JsonNode audio = plain.remove("audio");
    merged.setAll(plain);
    if (audio != null) {
      merge(audio.path("input"), merged.withObjectProperty("audio").withObjectProperty("input"));
      merge(audio.path("output"), merged.withObjectProperty("audio").withObjectProperty("output"));
    }
    SessionConfig next = new SessionConfig(merged);
    next.complete();
    next.check(this, update, voiceIsHeard);
    return next;
  }

  private static void merge(JsonNode from, ObjectNode to) {
    if (from instanceof ObjectNode fields) {
      to.setAll(fields);
    }
  }

  /// Fills in what an update may leave open.
  private void complete() {
    turnDetection().ifPresent(vad -> input().set("turn_detection", vad.json()));
    input().set("format", inputFormat().json());
    output().set("format", outputFormat().json());
  }

  private void check(SessionConfig before, ObjectNode update, boolean voiceIsHeard) {
    if (!model().equals(before.model())) {
      throw EventError.invalidValue("session.model", "A session cannot change its model.");
    }
    if (voiceIsHeard && !output().get("voice").equals(before.output().get("voice"))) {
      throw new EventError(
          "cannot_update_voice",
          "Cannot update a conversation's voice if assistant audio is present.",
          "session.audio.output.voice");
    }
    boolean reasoning = update.hasNonNull("reasoning") || update.has("parallel_tool_calls");
    if (reasoning && !reasons(model())) {
      throw EventError.invalidValue(
          "session.reasoning", "%s is not a reasoning model.".formatted(model()));
    }
    Tools.check(session, "session");
    checkTranscription();
    if (instructionTokens() > MAX_INSTRUCTION_TOKENS) {
      throw EventError.invalidValue(
          "session.instructions", "Instructions and tools are limited to 16384 tokens.");
    }
  }

  private void checkTranscription() {
    JsonNode transcription = input().path("transcription");
    String model = transcription.path("model").asText();
    String path = "session.audio.input.transcription.";
    for (String field : new String[] {"languages", "keywords"}) {
      if (transcription.has(field) && !WITH_KEYWORDS.contains(model)) {
        throw EventError.invalidValue(path + field, model + " does not take " + field + ".");
      }
    }
    if (transcription.has("delay") && !model.equals("gpt-realtime-whisper")) {
      throw EventError.invalidValue(path + "delay", model + " does not take a delay.");
    }
  }

  private static boolean reasons(String model) {
    return model.startsWith("gpt-realtime-2");
  }

  /// A copy as the API shows it.
  ObjectNode json() {
    return session.deepCopy();
  }

  /// The settings of a response that overrides nothing.
  ObjectNode responseDefaults() {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    for (String field :
        new String[] {
          "instructions", "tools", "tool_choice", "output_modalities", "max_output_tokens"
        }) {
      response.set(field, session.get(field).deepCopy());
    }
    ObjectNode output = response.withObjectProperty("audio").putObject("output");
    output.set("format", output().get("format").deepCopy());
    output.set("voice", output().get("voice").deepCopy());
    return response;
  }

  String model() {
    return session.get("model").asText();
  }

  long instructionTokens() {
    return Tokens.ofText(session.get("instructions").asText()).text()
        + Tokens.ofText(session.get("tools").toString()).text();
  }

  /// Has the conversation forget what this configuration does not pay for.
  void shorten(Conversation conversation) {
    JsonNode truncation = session.path("truncation");
    JsonNode limit = truncation.path("token_limits").path("post_instructions");
    if (limit.isIntegralNumber()) {
      conversation.shorten(limit.asLong(), truncation.path("retention_ratio").asDouble(1));
    }
  }

  /// How turns are found; empty if the client finds them.
  Optional<TurnDetection> turnDetection() {
    JsonNode vad = input().path("turn_detection");
    return vad.isObject() ? Optional.of(TurnDetection.of(vad)) : Optional.empty();
  }

  /// The transcription model; empty if callers' words are not written down.
  Optional<String> transcriptionModel() {
    JsonNode model = input().path("transcription").path("model");
    return model.isTextual() ? Optional.of(model.asText()) : Optional.empty();
  }

  SoundFormat inputFormat() {
    return SoundFormat.of(input().get("format"));
  }

  private SoundFormat outputFormat() {
    return SoundFormat.of(output().get("format"));
  }

  private ObjectNode input() {
    return session.withObjectProperty("audio").withObjectProperty("input");
  }

  private ObjectNode output() {
    return session.withObjectProperty("audio").withObjectProperty("output");
  }
}
