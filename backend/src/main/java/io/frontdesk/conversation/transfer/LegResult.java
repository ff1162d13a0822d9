package io.frontdesk.conversation.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of ringing one person.
public enum LegResult {
  /// They talked to the caller.
  @JsonProperty("connected")
  CONNECTED,
  @JsonProperty("no_answer")
  NO_ANSWER,
  @JsonProperty("busy")
  BUSY,
  /// Somebody or something picked up, and did not take the call.
  @JsonProperty("declined")
  DECLINED,
  /// They could not be rung.
  @JsonProperty("failed")
  FAILED,
  /// The caller did not wait.
  @JsonProperty("caller_hung_up")
  CALLER_HUNG_UP
}
