package io.frontdesk.call.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Optional;

/// How a recording stands. It only goes forward, down this list.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum RecordingState {
  /// Twilio is asked to begin.
  @JsonProperty("starting")
  STARTING,
  @JsonProperty("in_progress")
  IN_PROGRESS,
  /// It is over, and its sound is still at Twilio only.
  @JsonProperty("completed")
  COMPLETED,
  /// It can be played.
  @JsonProperty("ready")
  READY,
  /// There was no sound.
  @JsonProperty("absent")
  ABSENT,
  /// It could not be begun, or its sound is lost.
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("deleted")
  DELETED;

  /// What a status in Twilio's words means; empty if it is none that we know.
  static Optional<RecordingState> ofTwilio(String status) {
    return switch (status) {
      case "in-progress", "paused", "stopped", "processing" -> Optional.of(IN_PROGRESS);
      case "completed" -> Optional.of(COMPLETED);
      case "absent" -> Optional.of(ABSENT);
      case "failed" -> Optional.of(FAILED);
      default -> Optional.empty();
    };
  }

  /// Whether Twilio's word can still move it to `told`.
  boolean isBefore(RecordingState told) {
    return compareTo(COMPLETED) < 0 && compareTo(told) < 0;
  }
}
