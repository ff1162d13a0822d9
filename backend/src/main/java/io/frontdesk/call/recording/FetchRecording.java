package io.frontdesk.call.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.call.audio.AudioAnswer;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RecordingApi;
import io.frontdesk.twilio.RecordingMedia.NotFetched;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a recording's sound from Twilio to this node's disk, as it comes, and no more of it than
/// a recording of that length has.
@Singleton
class FetchRecording implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(FetchRecording.class);
  private static final int BYTES_A_SECOND = 2 * 8000;
  private static final int BOTH_PARTIES = 2;

  /// Lengths are told in whole seconds; headers and their like take room, too.
  private static final int MARGIN_BYTES = 1 << 20;

  /// Where the length was not told.
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Tenancy tenancy;
  private final RecordingRows rows;
  private final RecordingFiles files;
  private final RecordingApi api;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration patience;

  /// @param patience how long a recording that Twilio does not have may still turn up
  FetchRecording(
      Tenancy tenancy,
      RecordingRows rows,
      RecordingFiles files,
      RecordingApi api,
      Outbox outbox,
      ObjectMapper json,
      Clock clock,
      @Property(name = "recordings.patience", defaultValue = "1h") Duration patience) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.files = files;
    this.api = api;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "fetch_recording";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    Optional<Recording> found = tenancy.run(tenant, () -> rows.find(tenant.value(), id));
    Recording row = found.filter(it -> it.state() == RecordingState.COMPLETED).orElse(null);
    if (row == null) {
      return;
    }
    try {
      WaveReader.Wave wave = fetch(tenant, row);
      long bytes = files.find(tenant, id).map(AudioAnswer::bytes).orElse(0L);
      tenancy.run(
          tenant,
          () -> {
            rows.ready(
                tenant.value(),
                id,
                bytes,
                wave.durationMs(),
                wave.channels(),
                write(wave.waveform()));
            outbox.announce(tenant, "call.updated", row.callId(), Map.of("recording", "ready"));
          });
    } catch (NotFetched e) {
      if (!e.isGone() || clock.instant().isBefore(row.createdAt().plus(patience))) {
        throw e;
      }
      LOG.warn("Recording {} is not at Twilio any more", row.recordingSid());
      tenancy.run(tenant, () -> rows.failed(tenant.value(), id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The sound of a recording that can be played; fetched again if another node has it.
  ///
  /// @return empty if it cannot be had now
  Optional<AudioAnswer> sound(TenantId tenant, Recording recording) {
    Optional<AudioAnswer> here = files.find(tenant, recording.id());
    if (here.isPresent() || !recording.isReady()) {
      return here.filter(_ -> recording.isReady());
    }
    try {
      fetch(tenant, recording);
    } catch (IOException | NotFetched e) {
      LOG.warn("Recording {} cannot be fetched again: {}", recording.recordingSid(), e.toString());
    }
    return files.find(tenant, recording.id());
  }

  private WaveReader.Wave fetch(TenantId tenant, Recording recording) throws IOException {
    String sid = Optional.ofNullable(recording.recordingSid()).orElseThrow();
    Integer told = recording.channels();
    int channels = told == null ? BOTH_PARTIES : told;
    long most = mostBytes(recording, channels);
    return files.keep(
        tenant,
        recording.id(),
        file -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            long[] taken = {0};
            api.fetch(
                tenant,
                sid,
                channels,
                bytes -> {
                  taken[0] += bytes.length;
                  if (taken[0] > most) {
                    throw new IOException("longer than the recording was");
                  }
                  out.write(bytes);
                });
          }
        });
  }

  private static long mostBytes(Recording recording, int channels) {
    Long told = recording.durationMs();
    long seconds = told == null ? LONGEST.toSeconds() : told / 1000 + 1;
    return seconds * BYTES_A_SECOND * channels + MARGIN_BYTES;
  }

  private String write(Waveform waveform) {
    try {
      return json.writeValueAsString(waveform);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
