package io.frontdesk.call.recording;

import io.frontdesk.business.BusinessChanged;
import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Has recordings deleted that a business keeps no longer, once it keeps them for a shorter time.
@Singleton
class ApplyRetention implements Job {
  private static final int AT_ONCE = 500;
  private static final Duration NEXT = Duration.ofSeconds(10);

  private final Tenancy tenancy;
  private final Businesses businesses;
  private final RecordingRows rows;
  private final DeleteRecording delete;
  private final Outbox outbox;
  private final Clock clock;

  ApplyRetention(
      Tenancy tenancy,
      Businesses businesses,
      RecordingRows rows,
      DeleteRecording delete,
      Outbox outbox,
      Clock clock) {
    this.tenancy = tenancy;
    this.businesses = businesses;
    this.rows = rows;
    this.delete = delete;
    this.outbox = outbox;
    this.clock = clock;
  }

  @EventListener
  void changed(BusinessChanged change) {
    if (change.after().recordingRetentionDays() < change.before().recordingRetentionDays()) {
      outbox.soon(this, change.tenant(), change.tenant().value());
    }
  }

  @Override
  public String name() {
    return "apply_recording_retention";
  }

  @Override
  public void run(TenantId tenant, UUID business) {
    List<Recording> due =
        tenancy.run(
            tenant,
            () -> {
              int days = businesses.of(tenant).recordingRetentionDays();
              Instant began = clock.instant().minus(Duration.ofDays(days));
              List<Recording> found = rows.begunBefore(tenant.value(), began, AT_ONCE);
              found.forEach(recording -> outbox.soon(delete, tenant, recording.id()));
              return found;
            });
    if (due.size() == AT_ONCE) {
      throw new NotYet(NEXT);
    }
  }
}
