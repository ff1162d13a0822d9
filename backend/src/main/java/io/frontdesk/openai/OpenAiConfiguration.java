package io.frontdesk.openai;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The platform's account at OpenAI: `OPENAI_API_KEY`, `OPENAI_API_URL`, `OPENAI_REALTIME_URL`. The
/// sandbox replaces what is unset by its stand-in's. A variable that is set to nothing is unset.
///
/// @param apiUrl up to and with the version, for example `https://api.openai.com/v1`; null when
/// unset
/// @param apiKey null when unset
/// @param realtimeUrl the WebSocket's, without a query; null when unset
/// @param realtimeModel the speech-to-speech model of receptionists that name none
/// @param chatModel the model that reads transcripts
/// @param transcriptionModel the model that writes down what callers say
@ConfigurationProperties("openai")
public record OpenAiConfiguration(
    @Nullable URI apiUrl,
    @Nullable String apiKey,
    @Nullable URI realtimeUrl,
    String realtimeModel,
    String chatModel,
    String transcriptionModel) {
  private static final URI API = URI.create("https://api.openai.com/v1");
  private static final URI REALTIME = URI.create("wss://api.openai.com/v1/realtime");

  public OpenAiConfiguration {
    apiUrl = apiUrl == null || apiUrl.toString().isBlank() ? null : apiUrl;
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    realtimeUrl = realtimeUrl == null || realtimeUrl.toString().isBlank() ? null : realtimeUrl;
  }

  /// Where chat completions are asked for, up to and with the version.
  public URI api() {
    return apiUrl == null ? API : apiUrl;
  }

  /// Where Realtime sessions are opened; `?model=` follows.
  public URI realtime() {
    return realtimeUrl == null ? REALTIME : realtimeUrl;
  }

  /// @throws IllegalStateException if there is no account
  public String key() {
    if (apiKey == null) {
      throw new IllegalStateException("no account at OpenAI: set OPENAI_API_KEY");
    }
    return apiKey;
  }

  /// The same with another key.
  public OpenAiConfiguration withKey(String key) {
    return new OpenAiConfiguration(
        apiUrl, key, realtimeUrl, realtimeModel, chatModel, transcriptionModel);
  }

  @Override
  public String toString() {
    return "OpenAiConfiguration[api=%s, realtime=%s]".formatted(api(), realtime());
  }
}
