package io.frontdesk.voice.voicemail;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.Usage;
import io.frontdesk.call.recording.Recording;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds to a call what it costs to have a voicemail written down.
@Singleton
class WritingCosts {
  /// Twilio's own, in the catalogue of models.
  static final String TWILIO = "twilio-transcription";

  private final CallLog log;

  WritingCosts(CallLog log) {
    this.log = log;
  }

  /// A recording was written down. Told twice, it counts once.
  ///
  /// @param model by which
  /// @param seconds how much of it; null for all
  void add(TenantId tenant, Recording recording, String model, @Nullable Double seconds) {
    long whole = recording.durationMs() == null ? 0 : recording.durationMs();
    long ms = seconds == null ? whole : Math.max(0, Math.round(seconds * 1000));
    if (ms == 0) {
      return; // it is told again when it is known how long that was
    }
    String name = recording.id() + " " + model;
    log.used(
        tenant,
        recording.callId(),
        List.of(
            new Usage(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                Usage.Kind.TRANSCRIPTION,
                model,
                ModelTokens.ofSound(ms))));
  }
}
