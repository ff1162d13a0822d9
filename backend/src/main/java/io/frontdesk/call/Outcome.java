package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;

/// What came of a call, judged by what it left behind: receipts and turns, nobody's claim.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Outcome {
  @JsonProperty("appointment_booked")
  APPOINTMENT_BOOKED,
  /// A person took the call.
  @JsonProperty("transferred")
  TRANSFERRED,
  @JsonProperty("message_taken")
  MESSAGE_TAKEN,
  /// The caller spoke and got the last answer; nothing was left.
  @JsonProperty("answered")
  ANSWERED,
  /// The caller went before getting an answer.
  @JsonProperty("abandoned")
  ABANDONED,
  /// The caller never said a word.
  @JsonProperty("silent")
  SILENT,
  /// It never came to a conversation: busy, not answered, canceled, or the caller went while the
  /// phones of the business's people rang and nobody had said a word.
  @JsonProperty("missed")
  MISSED,
  /// It broke, and left nothing.
  @JsonProperty("failed")
  FAILED;

  /// @param deeds the tools that did what they were asked to in this call
  /// @param transferred whether the caller talked to a person
  /// @param rung whether somebody's phone was to ring for the caller
  /// @param turns in order
  static Outcome of(
      CallState state, List<String> deeds, boolean transferred, boolean rung, List<Turn> turns) {
    if (deeds.contains("schedule_appointment")) {
      return APPOINTMENT_BOOKED;
    }
    if (transferred) {
      return TRANSFERRED;
    }
    if (deeds.contains("take_message")) {
      return MESSAGE_TAKEN;
    }
    return switch (state) {
      case BUSY, NO_ANSWER, CANCELED -> MISSED;
      case FAILED -> FAILED;
      case QUEUED, RINGING, IN_PROGRESS, COMPLETED -> ofTurns(rung, turns);
    };
  }

  private static Outcome ofTurns(boolean rung, List<Turn> turns) {
    var spoken =
        turns.stream()
            .filter(turn -> turn.speaker() != Speaker.SYSTEM && !turn.heard().isBlank())
            .toList();
    if (rung && spoken.isEmpty()) {
      return MISSED;
    }
    if (spoken.stream().noneMatch(turn -> turn.speaker() == Speaker.CALLER)) {
      return SILENT;
    }
    return spoken.getLast().speaker() == Speaker.CALLER ? ABANDONED : ANSWERED;
  }
}
