package io.frontdesk.voice.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.ModelTokens;
import org.jspecify.annotations.Nullable;

/// Reads what a model says that it took. Source:
/// https://platform.openai.com/docs/api-reference/realtime-server-events/response/done
final class UsageJson {
  /// How much of a caller's sound a token is.
  private static final int MS_A_TOKEN = 100;

  private UsageJson() {}

  /// @return null if it does not say
  static @Nullable ModelTokens ofResponse(JsonNode usage) {
    JsonNode in = usage.path("input_token_details");
    JsonNode out = usage.path("output_token_details");
    if (!in.isObject() || !out.isObject()) {
      return null;
    }
    JsonNode cached = in.path("cached_tokens_details");
    long textCached = number(cached, "text_tokens");
    long audioCached = number(cached, "audio_tokens");
    return new ModelTokens(
        Math.max(0, number(in, "text_tokens") - textCached),
        textCached,
        number(out, "text_tokens"),
        Math.max(0, number(in, "audio_tokens") - audioCached),
        audioCached,
        number(out, "audio_tokens"),
        0);
  }

  /// Writing down is paid by the minute, whether it is told in seconds or in tokens of sound.
  ///
  /// @return null if it does not say
  static @Nullable ModelTokens ofTranscription(JsonNode usage) {
    return switch (usage.path("type").asText()) {
      case "duration" ->
          ModelTokens.ofSound(Math.max(0, Math.round(usage.path("seconds").asDouble() * 1000)));
      case "tokens" ->
          ModelTokens.ofSound(
              MS_A_TOKEN * number(usage.path("input_token_details"), "audio_tokens"));
      default -> null;
    };
  }

  private static long number(JsonNode json, String field) {
    return Math.clamp(json.path(field).asLong(), 0, Integer.MAX_VALUE);
  }
}
