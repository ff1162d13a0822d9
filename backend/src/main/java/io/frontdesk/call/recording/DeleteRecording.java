package io.frontdesk.call.recording;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Deletes a recording that somebody wants deleted.
@Singleton
class DeleteRecording implements Job {
  private final RecordingDeletion deletion;

  DeleteRecording(RecordingDeletion deletion) {
    this.deletion = deletion;
  }

  @Override
  public String name() {
    return "delete_recording";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    deletion.delete(tenant, id);
  }
}
