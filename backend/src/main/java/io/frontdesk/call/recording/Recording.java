package io.frontdesk.call.recording;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was recorded of a call, or left on voicemail.
///
/// @param recordingSid Twilio's id of it; null until it has told it
/// @param askedAt when Twilio was asked to begin; null before that, and where a verb of TwiML began
/// it
/// @param startedAt null until it has begun
/// @param durationMs null until it has ended
/// @param bytes of the WAVE file; null while there is none
/// @param waveform null while there is no file
@MappedEntity(value = "recording", schema = "tenant")
public record Recording(
    @Id UUID id,
    UUID callId,
    RecordingKind kind,
    @JsonIgnore @Nullable String recordingSid,
    RecordingState state,
    @JsonIgnore @Nullable Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Long durationMs,
    @Nullable Integer channels,
    @Nullable Long bytes,
    @Nullable @TypeDef(type = DataType.JSON) Waveform waveform,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  boolean isReady() {
    return state == RecordingState.READY;
  }
}
