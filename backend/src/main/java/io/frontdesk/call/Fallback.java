package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something else served on a call than was chosen for it.
///
/// @param from what was chosen
/// @param to what served
/// @param reason why, in a word, of an engine; null of anything else
@Introspected
public record Fallback(Kind kind, String from, String to, @Nullable String reason, Instant at) {
  /// One engine took a call over from another.
  public static Fallback ofEngine(Engine from, Engine to, String reason, Instant at) {
    return new Fallback(Kind.ENGINE, WireName.of(from), WireName.of(to), reason, at);
  }

  /// What was replaced.
  public enum Kind {
    /// What spoke for the receptionist, which could not go on.
    @JsonProperty("engine")
    ENGINE,
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
