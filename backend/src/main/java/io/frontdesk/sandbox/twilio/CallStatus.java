package io.frontdesk.sandbox.twilio;

import java.util.Locale;

/// How far a call has come, or how it ended.
enum CallStatus {
  /// Waits for its turn to be dialled.
  QUEUED,
  RINGING,
  IN_PROGRESS,
  COMPLETED,
  BUSY,
  FAILED,
  NO_ANSWER,
  CANCELED;

  /// As Twilio writes it: `in-progress`.
  String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isOver() {
    return this != QUEUED && this != RINGING && this != IN_PROGRESS;
  }
}
