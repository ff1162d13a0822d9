package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// Something else served on a call than was chosen for it.
///
/// @param from what was chosen
/// @param to what served
@Introspected
public record Fallback(Kind kind, String from, String to, Instant at) {
  /// What was replaced.
  public enum Kind {
    /// The speech-to-speech model, which is not served any more.
    @JsonProperty("model")
    MODEL,
    /// The voice, which the model does not have.
    @JsonProperty("voice")
    VOICE,
    /// The model that writes down what callers say, which is not served any more.
    @JsonProperty("transcription")
    TRANSCRIPTION
  }
}
