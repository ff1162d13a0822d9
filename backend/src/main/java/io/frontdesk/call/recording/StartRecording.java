package io.frontdesk.call.recording;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RecordingApi;
import io.frontdesk.twilio.RecordingApi.Held;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Twilio begin to record a call. Refused or not answered, it is asked again for as long as the
/// call goes on; after that there is no recording.
@Singleton
class StartRecording implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(StartRecording.class);

  /// Where Twilio tells how recordings stand.
  private static final String CALLBACK = "/api/v1/voice/recording-ready";

  private static final int BOTH_PARTIES = 2;

  private final Tenancy tenancy;
  private final RecordingRows rows;
  private final CallLog log;
  private final RecordingApi api;
  private final WebhookUrls urls;
  private final Clock clock;

  StartRecording(
      Tenancy tenancy,
      RecordingRows rows,
      CallLog log,
      RecordingApi api,
      WebhookUrls urls,
      Clock clock) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.log = log;
    this.api = api;
    this.urls = urls;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "start_recording";
  }

  /// Twice asked would be twice recorded: who does not know whether it was looks first.
  @Override
  public void run(TenantId tenant, UUID id) {
    Optional<Recording> waiting =
        tenancy
            .run(tenant, () -> rows.find(tenant.value(), id))
            .filter(row -> row.state() == RecordingState.STARTING);
    if (waiting.isEmpty()) {
      return;
    }
    Call call = log.find(tenant, waiting.get().callId()).orElseThrow();
    boolean again = waiting.get().askedAt() != null;
    Optional<Held> begun = again ? api.startedOn(tenant, call.callSid()) : Optional.empty();
    if (begun.isEmpty() && !call.state().isOver()) {
      tenancy.run(tenant, () -> rows.asked(tenant.value(), id, clock.instant()));
      begun = api.start(tenant, call.callSid(), urls.of(CALLBACK));
    }
    if (begun.isPresent()) {
      began(tenant, id, begun.get());
    } else {
      LOG.info("Call {} is over, and was not recorded", call.callSid());
      tenancy.run(tenant, () -> rows.notBegun(tenant.value(), id));
    }
  }

  private void began(TenantId tenant, UUID id, Held held) {
    tenancy.run(
        tenant,
        () -> {
          rows.lock(tenant.value(), id);
          Recording now = rows.find(tenant.value(), id).orElseThrow();
          RecordingState state =
              now.state() == RecordingState.STARTING ? RecordingState.IN_PROGRESS : now.state();
          return rows.advance(
              tenant.value(), id, held.sid(), state, clock.instant(), null, BOTH_PARTIES);
        });
  }
}
