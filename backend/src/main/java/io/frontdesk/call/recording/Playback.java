package io.frontdesk.call.recording;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a recording stands, with what a player needs.
///
/// @param state null if nothing was recorded
/// @param startedAt null until it has begun
/// @param audioUrl a path at which the sound can be had for a while without signing in; null while
/// there is none
/// @param waveform null while there is no sound
/// @param deleteAt when it will be deleted, here and at Twilio; null if there is nothing to delete
@Introspected
public record Playback(
    RecordingKind kind,
    @Nullable RecordingState state,
    @Nullable Instant startedAt,
    @Nullable Long durationMs,
    @Nullable Integer channels,
    @Nullable Long bytes,
    @Nullable String audioUrl,
    @Nullable Instant audioUrlExpiresAt,
    @Nullable Waveform waveform,
    @Nullable Instant deleteAt,
    @Nullable Instant deletedAt) {
  /// Of a call that was not recorded.
  static final Playback NONE =
      new Playback(RecordingKind.CALL, null, null, null, null, null, null, null, null, null, null);
}
