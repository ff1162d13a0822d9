package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Optional;

/// Where a call stands. It only moves forward: what was told late or twice changes nothing, and a
/// call that is over stays as it ended.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum CallState {
  @JsonProperty("queued")
  QUEUED(0),
  @JsonProperty("ringing")
  RINGING(1),
  @JsonProperty("in_progress")
  IN_PROGRESS(2),
  @JsonProperty("completed")
  COMPLETED(3),
  @JsonProperty("busy")
  BUSY(3),
  @JsonProperty("no_answer")
  NO_ANSWER(3),
  @JsonProperty("failed")
  FAILED(3),
  @JsonProperty("canceled")
  CANCELED(3);

  private final int step;

  CallState(int step) {
    this.step = step;
  }

  /// The state that Twilio's `CallStatus` tells, or empty for a word that is not known.
  /// Source: https://www.twilio.com/docs/voice/api/call-resource#call-status-values
  public static Optional<CallState> ofTwilio(String callStatus) {
    return switch (callStatus) {
      case "queued", "initiated" -> Optional.of(QUEUED);
      case "ringing" -> Optional.of(RINGING);
      case "in-progress" -> Optional.of(IN_PROGRESS);
      case "completed" -> Optional.of(COMPLETED);
      case "busy" -> Optional.of(BUSY);
      case "no-answer" -> Optional.of(NO_ANSWER);
      case "failed" -> Optional.of(FAILED);
      case "canceled" -> Optional.of(CANCELED);
      default -> Optional.empty();
    };
  }

  /// Whether nobody is on the line any more.
  public boolean isOver() {
    return step == COMPLETED.step;
  }

  /// Whether `told` is news: further on than this.
  public boolean isBefore(CallState told) {
    return step < told.step;
  }
}
