package io.frontdesk.voice.voicemail;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.call.recording.Recording;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Notes what was said in a voicemail, once: in the message, and as the caller's turn of the call.
@Singleton
class SpokenWords {
  private final CallRecordings recordings;
  private final MessageDesk desk;
  private final CallLog log;
  private final Clock clock;

  SpokenWords(CallRecordings recordings, MessageDesk desk, CallLog log, Clock clock) {
    this.recordings = recordings;
    this.desk = desk;
    this.log = log;
    this.clock = clock;
  }

  /// Somebody has written down a recording; who comes later is not heard.
  void of(TenantId tenant, UUID recordingId, String words) {
    if (!desk.transcribed(tenant, recordingId, words)) {
      return;
    }
    Recording recording = recordings.find(tenant, recordingId).orElseThrow();
    Instant startedAt = recording.startedAt() == null ? clock.instant() : recording.startedAt();
    long ms = recording.durationMs() == null ? 0 : recording.durationMs();
    int index = log.transcript(tenant, recording.callId()).size();
    log.store(
        tenant,
        recording.callId(),
        new Turn(
            index,
            Speaker.CALLER,
            words,
            null,
            false,
            List.of(),
            startedAt,
            startedAt.plusMillis(ms),
            null));
  }
}
