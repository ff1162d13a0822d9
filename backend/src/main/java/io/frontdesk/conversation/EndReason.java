package io.frontdesk.conversation;

/// Why a conversation ended.
public enum EndReason {
  /// The caller hung up, or the line broke.
  CALLER_HUNG_UP,
  /// The receptionist said goodbye.
  RECEPTIONIST_ENDED,
  /// Nobody answered the receptionist any more.
  SILENCE,
  /// It was longer than a call may be.
  TIME_LIMIT,
  /// The model could not go on.
  MODEL_FAILED
}
