package io.frontdesk.call.recording;

import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RecordingApi;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes sound at Twilio and here. Interrupted or repeated, it comes to the same end.
@Singleton
class RecordingDeletion {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingDeletion.class);

  /// What is younger may be about to be noted in the record.
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final Tenancy tenancy;
  private final RecordingRows rows;
  private final RecordingFiles files;
  private final RecordingApi api;
  private final Outbox outbox;
  private final Clock clock;

  RecordingDeletion(
      Tenancy tenancy,
      RecordingRows rows,
      RecordingFiles files,
      RecordingApi api,
      Outbox outbox,
      Clock clock) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.files = files;
    this.api = api;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// At Twilio first: what is noted as deleted is not there any more.
  ///
  /// @throws io.frontdesk.web.RequestException if Twilio does not do its part now
  void delete(TenantId tenant, UUID id) {
    Recording row = tenancy.run(tenant, () -> rows.find(tenant.value(), id)).orElse(null);
    if (row == null) {
      return;
    }
    String sid = row.recordingSid();
    if (sid != null && row.deletedAt() == null) {
      api.delete(tenant, sid);
    }
    try {
      files.delete(tenant, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tenancy.run(
        tenant,
        () -> {
          if (rows.deleted(tenant.value(), id, clock.instant()) > 0) {
            outbox.announce(tenant, "call.updated", row.callId(), Map.of("recording", "deleted"));
          }
        });
  }

  /// Each node tidies its own disk: another one may have deleted what lies here too.
  @Scheduled(initialDelay = "10m", fixedDelay = "1h")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void tidy() {
    try {
      for (RecordingFiles.Kept kept : files.keptBefore(clock.instant().minus(FRESH))) {
        boolean needed =
            tenancy
                .run(kept.tenant(), () -> rows.find(kept.tenant().value(), kept.recording()))
                .filter(Recording::isReady)
                .isPresent();
        if (!needed) {
          Files.deleteIfExists(kept.file());
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Recordings on disk were not tidied: {}", e.toString());
    }
  }
}
