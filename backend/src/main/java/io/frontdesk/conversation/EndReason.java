package io.frontdesk.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a conversation ended.
public enum EndReason {
  /// The caller hung up, or the line broke.
  @JsonProperty("caller_hung_up")
  CALLER_HUNG_UP,
  /// The receptionist said goodbye.
  @JsonProperty("receptionist_ended")
  RECEPTIONIST_ENDED,
  /// Nobody answered the receptionist any more.
  @JsonProperty("silence")
  SILENCE,
  /// It was longer than a call may be.
  @JsonProperty("time_limit")
  TIME_LIMIT,
  /// Somebody else has the caller now.
  @JsonProperty("handed_over")
  HANDED_OVER,
  /// The model could not go on.
  @JsonProperty("model_failed")
  MODEL_FAILED
}
