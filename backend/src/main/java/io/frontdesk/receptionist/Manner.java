package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a receptionist comes across. What is left out is as in [#USUAL].
@Introspected
public record Manner(Tone tone, Pace pace) {
  /// What suits most callers.
  public static final Manner USUAL = new Manner(Tone.WARM, Pace.USUAL);

  public Manner {
    tone = Objects.requireNonNullElse(tone, Tone.WARM);
    pace = Objects.requireNonNullElse(pace, Pace.USUAL);
  }

  static Manner orUsual(@Nullable Manner manner) {
    return Objects.requireNonNullElse(manner, USUAL);
  }

  /// In which spirit it talks.
  public enum Tone {
    /// Kind, like a good neighbour.
    @JsonProperty("warm")
    WARM,
    /// Polite and to the point.
    @JsonProperty("businesslike")
    BUSINESSLIKE,
    /// In good spirits.
    @JsonProperty("cheerful")
    CHEERFUL,
    /// Quiet and reassuring.
    @JsonProperty("calm")
    CALM
  }

  /// How fast it goes about things. How fast the voice is, is another matter.
  public enum Pace {
    /// Loses no words.
    @JsonProperty("brisk")
    BRISK,
    /// As people talk.
    @JsonProperty("usual")
    USUAL,
    /// In short, simple sentences, with pauses.
    @JsonProperty("slow")
    SLOW
  }
}
