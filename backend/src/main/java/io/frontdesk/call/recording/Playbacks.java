package io.frontdesk.call.recording;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.audio.AudioAnswer;
import io.frontdesk.call.audio.AudioLinks;
import io.frontdesk.call.audio.Sound;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Recordings for people who listen to them.
@Singleton
public class Playbacks {
  private static final Duration LINK_IS_GOOD = Duration.ofHours(1);

  private final Tenancy tenancy;
  private final Businesses businesses;
  private final RecordingRows rows;
  private final FetchRecording fetch;
  private final DeleteRecording deletion;
  private final AudioLinks links;
  private final Outbox outbox;
  private final Clock clock;

  Playbacks(
      Tenancy tenancy,
      Businesses businesses,
      RecordingRows rows,
      FetchRecording fetch,
      DeleteRecording deletion,
      AudioLinks links,
      Outbox outbox,
      Clock clock) {
    this.tenancy = tenancy;
    this.businesses = businesses;
    this.rows = rows;
    this.fetch = fetch;
    this.deletion = deletion;
    this.links = links;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Playback of(TenantId tenant, Recording recording) {
    boolean ready = recording.isReady();
    boolean kept = ready || recording.state() == RecordingState.COMPLETED;
    return new Playback(
        recording.kind(),
        recording.state(),
        recording.startedAt(),
        recording.durationMs(),
        recording.channels(),
        recording.bytes(),
        ready ? links.path(tenant, new Sound.Recording(recording.id()), LINK_IS_GOOD) : null,
        ready ? clock.instant().plus(LINK_IS_GOOD) : null,
        recording.waveform(),
        kept ? deleteAt(tenant, recording) : null,
        recording.deletedAt());
  }

  private Instant deleteAt(TenantId tenant, Recording recording) {
    int days = tenancy.run(tenant, () -> businesses.of(tenant)).recordingRetentionDays();
    return recording.createdAt().plus(Duration.ofDays(days));
  }

  /// The sound.
  ///
  /// @throws RequestException.NotFound if there is none, yet or any more
  /// @throws RequestException.Busy if it cannot be had now
  public AudioAnswer sound(TenantId tenant, Recording recording) {
    if (!recording.isReady()) {
      throw new RequestException.NotFound("sound of recording", recording.id());
    }
    return fetch
        .sound(tenant, recording)
        .orElseThrow(() -> new RequestException.Busy("The recording cannot be had at the moment."));
  }

  /// The sound that a link stands for; empty if there is none, yet or any more.
  public Optional<AudioAnswer> linked(TenantId tenant, UUID id) {
    return tenancy
        .run(tenant, () -> rows.find(tenant.value(), id))
        .filter(Recording::isReady)
        .map(recording -> sound(tenant, recording));
  }

  /// Has the sound deleted; of what was deleted nothing happens.
  ///
  /// @param written writes down who did it, in the same transaction
  /// @throws RequestException.Conflict if it is still being recorded
  void delete(TenantId tenant, Recording recording, Runnable written) {
    if (recording.state().isBefore(RecordingState.COMPLETED)) {
      throw new RequestException.Conflict(
          "being_recorded",
          "Being recorded",
          "The call is still being recorded: delete the recording when it is over.");
    }
    if (recording.deletedAt() == null) {
      tenancy.run(
          tenant,
          () -> {
            written.run();
            outbox.soon(deletion, tenant, recording.id());
          });
    }
  }
}
