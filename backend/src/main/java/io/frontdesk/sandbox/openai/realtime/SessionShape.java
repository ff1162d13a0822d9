package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What a client may say in `session.update`, and in the overrides of `response.create`.
final class SessionShape {
  private static final int MAX_INSTRUCTIONS = 256 * 1024;
  private static final String[] VOICES = {
    "alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"
  };

  private static final Shape FORMAT =
      Shapes.byType(
          Map.of(
              "audio/pcm", typed().may("rate", Shapes.integer(24_000, 24_000)),
              "audio/pcmu", typed(),
              "audio/pcma", typed()));

  private static final Shape VOICE =
      Shapes.textOr(Shapes.oneOf(VOICES), new Fields().must("id", Shapes.string(64)));

  private static final Shape TRANSCRIPTION =
      new Fields()
          .must(
              "model",
              Shapes.oneOf(
                  "whisper-1",
                  "gpt-transcribe",
                  "gpt-live-transcribe",
                  "gpt-4o-mini-transcribe",
                  "gpt-4o-mini-transcribe-2025-12-15",
                  "gpt-4o-transcribe",
                  "gpt-4o-transcribe-diarize",
                  "gpt-realtime-whisper"))
          .may("language", Shapes.string(16))
          .may("languages", Shapes.list(Shapes.string(16), 32))
          .may("keywords", Shapes.list(Shapes.string(256), 256))
          .may("prompt", Shapes.string(MAX_INSTRUCTIONS))
          .may("delay", Shapes.oneOf("minimal", "low", "medium", "high", "xhigh"));

  private static final Shape TURN_DETECTION =
      Shapes.byType(
          Map.of(
              "server_vad",
              typed()
                  .may("threshold", Shapes.number(0, 1))
                  .may("prefix_padding_ms", Shapes.integer(0, 5_000))
                  .may("silence_duration_ms", Shapes.integer(0, 30_000))
                  .may("idle_timeout_ms", Shapes.integer(5_000, 30_000).orNull())
                  .may("create_response", Shapes.BOOLEAN)
                  .may("interrupt_response", Shapes.BOOLEAN),
              "semantic_vad",
              typed()
                  .may("eagerness", Shapes.oneOf("low", "medium", "high", "auto"))
                  .may("create_response", Shapes.BOOLEAN)
                  .may("interrupt_response", Shapes.BOOLEAN)));

  private static final Shape NOISE_REDUCTION =
      new Fields().must("type", Shapes.oneOf("near_field", "far_field"));

  private static final Shape TOOL =
      Shapes.byType(
          Map.of(
              "function",
              typed()
                  .must("name", Shapes.matching("^[a-zA-Z0-9_-]+$", 64))
                  .may("description", Shapes.string(16 * 1024))
                  .may("parameters", Shapes.OBJECT)));

  private static final Shape TOOL_CHOICE =
      Shapes.textOr(
          Shapes.oneOf("none", "auto", "required"),
          Shapes.byType(Map.of("function", typed().must("name", Shapes.string(64)))));

  private static final Shape MAX_OUTPUT_TOKENS =
      Shapes.textOr(Shapes.oneOf("inf"), Shapes.integer(1, 4_096));

  private static final Shape MODALITIES =
      (value, path) -> {
        Shapes.list(Shapes.oneOf("audio", "text"), 2).check(value, path);
        if (value.size() != 1) {
          throw EventError.invalidValue(
              path,
              "Invalid modalities: %s. Supported combinations are: ['text'] and ['audio']."
                  .formatted(value));
        }
      };

  private static final Shape REASONING =
      new Fields()
          .may("effort", Shapes.oneOf("minimal", "low", "medium", "high", "xhigh").orNull());

  private static final Shape TRUNCATION =
      Shapes.textOr(
          Shapes.oneOf("auto", "disabled"),
          new Fields()
              .must("type", Shapes.oneOf("retention_ratio"))
              .must("retention_ratio", Shapes.number(0, 1))
              .may(
                  "token_limits",
                  new Fields().may("post_instructions", Shapes.integer(0, 128_000))));

  private static final Shape TRACING =
      Shapes.textOr(
          Shapes.oneOf("auto"),
          new Fields()
              .may("workflow_name", Shapes.string(256))
              .may("group_id", Shapes.string(256))
              .may("metadata", Shapes.OBJECT));

  /// The session object of `session.update`.
  static final Shape UPDATE =
      shared()
          .must("type", Shapes.oneOf("realtime", "transcription"))
          .may("model", Shapes.string(128))
          .may("include", Shapes.list(Shapes.oneOf("item.input_audio_transcription.logprobs"), 1))
          .may("truncation", TRUNCATION)
          .may("tracing", TRACING.orNull())
          .may(
              "audio",
              new Fields()
                  .may(
                      "input",
                      new Fields()
                          .may("format", FORMAT)
                          .may("noise_reduction", NOISE_REDUCTION.orNull())
                          .may("transcription", TRANSCRIPTION.orNull())
                          .may("turn_detection", TURN_DETECTION.orNull()))
                  .may("output", output().may("speed", Shapes.number(0.25, 1.5))));

  /// The response object of `response.create`.
  static final Shape RESPONSE =
      shared()
          .may("audio", new Fields().may("output", output()))
          .may("conversation", Shapes.oneOf("auto", "none"))
          .may("metadata", Shapes.strings(16, 64, 512).orNull())
          .may("input", Shapes.list(ItemShape.INPUT, 1_024));

  private SessionShape() {}

  private static Fields typed() {
    return new Fields().must("type", Shapes.ANY);
  }

  private static Fields output() {
    return new Fields().may("format", FORMAT).may("voice", VOICE);
  }

  private static Fields shared() {
    return new Fields()
        .may("instructions", Shapes.string(MAX_INSTRUCTIONS))
        .may("output_modalities", MODALITIES)
        .may("tools", Shapes.list(TOOL, 128))
        .may("tool_choice", TOOL_CHOICE)
        .may("parallel_tool_calls", Shapes.BOOLEAN)
        .may("reasoning", REASONING.orNull())
        .may("max_output_tokens", MAX_OUTPUT_TOKENS)
        .may("prompt", SessionShape::noPrompt);
  }

  private static void noPrompt(JsonNode value, String path) {
    if (!value.isNull()) {
      throw EventError.invalidValue(path, "Reusable prompts are not served any more.");
    }
  }
}
