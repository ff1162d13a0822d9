package io.frontdesk.voice.voicemail;

import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.call.recording.Playbacks;
import io.frontdesk.call.recording.Recording;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.openai.Transcriber;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Has a model write down a voicemail that Twilio has not: it cannot, or has not told in time.
@Singleton
class WriteDown implements Job {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final CallRecordings recordings;
  private final Playbacks playbacks;
  private final MessageDesk desk;
  private final Transcriber transcriber;
  private final SpokenWords words;
  private final WritingCosts costs;

  WriteDown(
      CallRecordings recordings,
      Playbacks playbacks,
      MessageDesk desk,
      Transcriber transcriber,
      SpokenWords words,
      WritingCosts costs) {
    this.recordings = recordings;
    this.playbacks = playbacks;
    this.desk = desk;
    this.transcriber = transcriber;
    this.words = words;
    this.costs = costs;
  }

  @Override
  public String name() {
    return "write_down_voicemail";
  }

  @Override
  public void run(TenantId tenant, UUID recordingId) {
    Optional<Recording> recording = recordings.find(tenant, recordingId);
    boolean needed = recording.isPresent() && desk.awaitsWords(tenant, recordingId);
    if (!needed) {
      return;
    }
    switch (recording.get().state()) {
      case STARTING, IN_PROGRESS, COMPLETED -> throw new NotYet(AGAIN);
      case READY -> write(tenant, recording.get());
      case ABSENT, FAILED, DELETED -> {}
    }
  }

  private void write(TenantId tenant, Recording recording) {
    try (InputStream sound = playbacks.sound(tenant, recording).source().from(0)) {
      transcriber
          .write(tenant, sound.readAllBytes())
          .ifPresent(
              written -> {
                costs.add(tenant, recording, written.model(), written.seconds());
                if (!written.words().isEmpty()) {
                  words.of(tenant, recording.id(), written.words());
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
