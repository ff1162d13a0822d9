package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a receptionist listens: when it takes a caller for speaking, and for having finished. What
/// is left out is as in [#USUAL].
///
/// @param turnDetection by what it knows that a caller has finished
/// @param eagerness how soon it takes over, where turns are found by sense
/// @param threshold how loud speech must be, from 0 to 1, where turns are found by silence
/// @param prefixMs how much of what was before counts as speech too, in milliseconds, likewise
/// @param silenceMs how long silence must be to end a turn, in milliseconds, likewise
/// @param minSpeechMs how long a caller must have spoken for the receptionist to fall silent, in
/// milliseconds; 0 if it falls silent at the first sound that the model takes for speech, null for
/// what suits most
/// @param noiseReduction null for none
/// @param transcriptionModel writes down what callers say; null for the one that the platform uses
/// at the time
@Introspected
public record Listening(
    TurnDetection turnDetection,
    Eagerness eagerness,
    @DecimalMin("0") @DecimalMax("1") Double threshold,
    @Min(0) @Max(2000) Integer prefixMs,
    @Min(100) @Max(5000) Integer silenceMs,
    @Nullable @Min(0) @Max(3000) Integer minSpeechMs,
    @Nullable NoiseReduction noiseReduction,
    @Nullable
        @Pattern(
            regexp = ReceptionistConfig.MODEL_NAME,
            message = "must be letters, digits, dots, colons, _ and -, at most 100")
        String transcriptionModel) {

  private static final int LEAST_SPEECH_MS = 500;

  /// What suits most callers.
  public static final Listening USUAL =
      new Listening(TurnDetection.SILENCE, Eagerness.AUTO, 0.5, 300, 500, null, null, null);

  public Listening {
    turnDetection = Objects.requireNonNullElse(turnDetection, TurnDetection.SILENCE);
    eagerness = Objects.requireNonNullElse(eagerness, Eagerness.AUTO);
    threshold = Objects.requireNonNullElse(threshold, 0.5);
    prefixMs = Objects.requireNonNullElse(prefixMs, 300);
    silenceMs = Objects.requireNonNullElse(silenceMs, 500);
  }

  /// Whether the model falls silent by itself when a caller speaks, and answers by itself.
  @JsonIgnore
  public boolean isModelsOwn() {
    return leastSpeechMs() == 0;
  }

  /// How long a caller must have spoken for the receptionist to fall silent, in milliseconds.
  @JsonIgnore
  public int leastSpeechMs() {
    return minSpeechMs == null ? LEAST_SPEECH_MS : minSpeechMs;
  }

  /// By what the end of a turn is known.
  public enum TurnDetection {
    /// By how long nothing is heard.
    @JsonProperty("silence")
    SILENCE,
    /// By whether what was said sounds finished.
    @JsonProperty("sense")
    SENSE
  }

  /// How soon a turn is taken for finished.
  public enum Eagerness {
    /// Lets people finish, up to eight seconds.
    @JsonProperty("low")
    LOW,
    /// Waits up to four seconds.
    @JsonProperty("medium")
    MEDIUM,
    /// Takes over within two seconds.
    @JsonProperty("high")
    HIGH,
    /// The model's own choice.
    @JsonProperty("auto")
    AUTO
  }

  /// What noise is taken away.
  public enum NoiseReduction {
    /// That of a telephone at the ear.
    @JsonProperty("near_field")
    NEAR_FIELD,
    /// That of a room: telephones on the table, cars.
    @JsonProperty("far_field")
    FAR_FIELD
  }
}
