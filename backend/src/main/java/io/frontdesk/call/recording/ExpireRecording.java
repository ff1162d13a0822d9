package io.frontdesk.call.recording;

import io.frontdesk.business.Businesses;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Deletes a recording when its time is up, which the business may have put off meanwhile.
@Singleton
class ExpireRecording implements Job {
  private final Tenancy tenancy;
  private final Businesses businesses;
  private final RecordingRows rows;
  private final RecordingDeletion deletion;
  private final Clock clock;

  ExpireRecording(
      Tenancy tenancy,
      Businesses businesses,
      RecordingRows rows,
      RecordingDeletion deletion,
      Clock clock) {
    this.tenancy = tenancy;
    this.businesses = businesses;
    this.rows = rows;
    this.deletion = deletion;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expire_recording";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    Recording row = tenancy.run(tenant, () -> rows.find(tenant.value(), id)).orElse(null);
    if (row == null || row.deletedAt() != null) {
      return;
    }
    int days = tenancy.run(tenant, () -> businesses.of(tenant)).recordingRetentionDays();
    Instant due = row.createdAt().plus(Duration.ofDays(days));
    if (clock.instant().isBefore(due)) {
      throw new NotYet(Duration.between(clock.instant(), due).plusSeconds(1));
    }
    deletion.delete(tenant, id);
  }
}
