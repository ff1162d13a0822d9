package io.frontdesk.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.call.CallState;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// Where a call stands that the business wants placed.
@TypeDef(type = DataType.STRING, converter = WireName.class)
enum OutboundState {
  /// Waits for its time.
  @JsonProperty("scheduled")
  SCHEDULED,
  /// Twilio is being asked to dial, or was and has not answered.
  @JsonProperty("placing")
  PLACING,
  /// Twilio dials, or somebody is on the line.
  @JsonProperty("calling")
  CALLING,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("busy")
  BUSY,
  @JsonProperty("no_answer")
  NO_ANSWER,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("canceled")
  CANCELED,
  /// A rule forbade it; nobody was dialled.
  @JsonProperty("refused")
  REFUSED;

  /// Whether we have decided that nobody is dialled, whatever becomes of the record.
  boolean isDecided() {
    return this == CANCELED || this == REFUSED;
  }

  /// How it ended whose call ended so.
  static OutboundState of(CallState over) {
    return switch (over) {
      case COMPLETED, IN_PROGRESS, RINGING, QUEUED -> COMPLETED;
      case BUSY -> BUSY;
      case NO_ANSWER -> NO_ANSWER;
      case FAILED -> FAILED;
      case CANCELED -> CANCELED;
    };
  }
}
