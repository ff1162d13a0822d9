package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/// How the server finds the caller's turns.
///
/// @param eagerness empty for `server_vad`; for `semantic_vad` how soon a turn counts as over
/// @param threshold activation above which sound is speech, 0 to 1
/// @param idleTimeoutMs silence after which the model speaks by itself, 0 = never
record TurnDetection(
    Optional<String> eagerness,
    double threshold,
    int prefixPaddingMs,
    int silenceDurationMs,
    int idleTimeoutMs,
    boolean createResponse,
    boolean interruptResponse) {
  private static final double THRESHOLD = 0.5;
  private static final int PREFIX_MS = 300;
  private static final int SILENCE_MS = 500;
  private static final int FINISHED_SENTENCE_MS = 400;

  /// What a session has before its first update. Its silence is shorter than the documented
  /// default, as in sessions that were seen.
  static TurnDetection defaults() {
    return new TurnDetection(Optional.empty(), THRESHOLD, PREFIX_MS, 200, 0, true, true);
  }

  static TurnDetection of(JsonNode json) {
    boolean semantic = json.path("type").asText().equals("semantic_vad");
    return new TurnDetection(
        semantic ? Optional.of(json.path("eagerness").asText("auto")) : Optional.empty(),
        json.path("threshold").asDouble(THRESHOLD),
        json.path("prefix_padding_ms").asInt(PREFIX_MS),
        json.path("silence_duration_ms").asInt(SILENCE_MS),
        json.path("idle_timeout_ms").asInt(0),
        json.path("create_response").asBoolean(true),
        json.path("interrupt_response").asBoolean(true));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (eagerness.isPresent()) {
      json.put("type", "semantic_vad").put("eagerness", eagerness.get());
    } else {
      json.put("type", "server_vad")
          .put("threshold", threshold)
          .put("prefix_padding_ms", prefixPaddingMs)
          .put("silence_duration_ms", silenceDurationMs)
          .put("idle_timeout_ms", idleTimeoutMs == 0 ? null : Integer.valueOf(idleTimeoutMs));
    }
    return json.put("create_response", createResponse).put("interrupt_response", interruptResponse);
  }

  /// How much silence ends a turn in which these words were heard.
  int silenceMs(Supplier<String> words) {
    if (eagerness.isEmpty()) {
      return silenceDurationMs;
    }
    if (words.get().strip().matches("(?s).*[.?!]")) {
      return FINISHED_SENTENCE_MS;
    }
    return switch (eagerness.get()) {
      case "low" -> 8_000;
      case "high" -> 2_000;
      default -> 4_000;
    };
  }
}
