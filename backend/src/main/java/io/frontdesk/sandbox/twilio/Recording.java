package io.frontdesk.sandbox.twilio;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The sound of a call, or of a part of it, as Twilio keeps it.
///
/// @param source what began it: `RecordVerb`, `DialVerb` or `StartCallRecordingAPI`
/// @param track `inbound`, `outbound` or `both`
/// @param millis how long it is; null until it has ended
record Recording(
    String sid,
    String accountSid,
    String callSid,
    Status status,
    int channels,
    String source,
    String track,
    Instant startedAt,
    @Nullable Long millis) {

  /// How far it has come.
  enum Status {
    IN_PROGRESS,
    PAUSED,
    COMPLETED,
    /// There was no sound.
    ABSENT;

    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Recording with(Status now) {
    return new Recording(sid, accountSid, callSid, now, channels, source, track, startedAt, millis);
  }

  Recording ended(Status how, long length) {
    return new Recording(sid, accountSid, callSid, how, channels, source, track, startedAt, length);
  }

  /// Whole seconds; null until it has ended.
  @Nullable Long seconds() {
    return millis == null ? null : Math.round(millis / 1000.0);
  }
}
