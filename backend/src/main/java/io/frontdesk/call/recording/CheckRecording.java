package io.frontdesk.call.recording;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RecordingApi;
import io.frontdesk.twilio.RecordingApi.Held;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Asks Twilio how a recording stands whose call is over, if Twilio has not told.
@Singleton
class CheckRecording implements Job {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Tenancy tenancy;
  private final RecordingRows rows;
  private final CallLog log;
  private final RecordingApi api;
  private final BeanProvider<CallRecordings> recordings;

  CheckRecording(
      Tenancy tenancy,
      RecordingRows rows,
      CallLog log,
      RecordingApi api,
      BeanProvider<CallRecordings> recordings) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.log = log;
    this.api = api;
    this.recordings = recordings;
  }

  @Override
  public String name() {
    return "check_recording";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    Recording row = tenancy.run(tenant, () -> rows.find(tenant.value(), id)).orElse(null);
    if (row == null || !row.state().isBefore(RecordingState.COMPLETED)) {
      return;
    }
    Call call = log.find(tenant, row.callId()).orElseThrow();
    String sid = row.recordingSid();
    Optional<Held> held =
        sid == null ? api.startedOn(tenant, call.callSid()) : api.find(tenant, sid);
    if (held.isEmpty()) {
      tenancy.run(tenant, () -> rows.failed(tenant.value(), id));
      return;
    }
    recordings.get().told(tenant, call.callSid(), held.get(), row.channels());
    boolean over =
        RecordingState.ofTwilio(held.get().status())
            .filter(state -> state != RecordingState.IN_PROGRESS)
            .isPresent();
    if (!over) {
      throw new NotYet(AGAIN);
    }
  }
}
