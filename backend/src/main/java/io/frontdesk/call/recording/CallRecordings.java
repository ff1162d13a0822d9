package io.frontdesk.call.recording;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.RecordingConsent;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnded;
import io.frontdesk.call.CallLog;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.RecordingApi.Held;
import io.frontdesk.web.WireName;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The recordings of calls, as their record has them. Whatever is told twice, late or in another
/// order moves a recording forward only; what cannot be recorded disturbs no call.
@Singleton
public class CallRecordings {
  /// How long Twilio may take to tell that a recording is over, after its call.
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

  private final Tenancy tenancy;
  private final Businesses businesses;
  private final CallLog log;
  private final RecordingRows rows;
  private final StartRecording start;
  private final CheckRecording check;
  private final FetchRecording fetch;
  private final ExpireRecording expire;
  private final Outbox outbox;
  private final Clock clock;

  CallRecordings(
      Tenancy tenancy,
      Businesses businesses,
      CallLog log,
      RecordingRows rows,
      StartRecording start,
      CheckRecording check,
      FetchRecording fetch,
      ExpireRecording expire,
      Outbox outbox,
      Clock clock) {
    this.tenancy = tenancy;
    this.businesses = businesses;
    this.log = log;
    this.rows = rows;
    this.start = start;
    this.check = check;
    this.fetch = fetch;
    this.expire = expire;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// The line of a call is open: it is recorded from now on if the business need not tell.
  public void answered(TenantId tenant, UUID callId) {
    begin(tenant, callId, RecordingConsent.ONE_PARTY);
  }

  /// A caller has heard to its end that the call may be recorded: from now on it is, if the
  /// business records calls.
  public void noticeHeard(TenantId tenant, UUID callId) {
    begin(tenant, callId, RecordingConsent.ANNOUNCED);
  }

  /// Once for each call; calls that a browser made are not Twilio's to record.
  private void begin(TenantId tenant, UUID callId, RecordingConsent leave) {
    tenancy.run(
        tenant,
        () -> {
          boolean wanted = businesses.of(tenant).recordingConsent() == leave;
          Optional<Call> call = log.find(tenant, callId).filter(it -> wanted && !it.test());
          if (call.isPresent()) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            int added = rows.begin(tenant.value(), id, callId, WireName.of(leave), clock.instant());
            if (added > 0) {
              outbox.soon(start, tenant, id);
            }
          }
        });
  }

  /// Takes in what Twilio tells of a recording that was begun by [#answered] or [#noticeHeard]; of
  /// any other it is ignored.
  ///
  /// @param channels null if it was not told
  public void told(TenantId tenant, String callSid, Held held, @Nullable Integer channels) {
    RecordingState.ofTwilio(held.status())
        .ifPresent(
            state ->
                tenancy.run(
                    tenant,
                    () ->
                        known(tenant, callSid, held.sid())
                            .ifPresent(known -> advance(tenant, known, state, held, channels))));
  }

  /// Twilio may tell of it before it has answered us who asked for it.
  private Optional<Recording> known(TenantId tenant, String callSid, String sid) {
    return rows.findBySid(tenant.value(), sid)
        .or(
            () ->
                log.findBySid(tenant, callSid)
                    .flatMap(call -> rows.ofCall(tenant.value(), call.id()))
                    .filter(row -> row.recordingSid() == null))
        .flatMap(row -> rows.lock(tenant.value(), row.id()))
        .flatMap(id -> rows.find(tenant.value(), id));
  }

  private void advance(
      TenantId tenant,
      Recording known,
      RecordingState told,
      Held held,
      @Nullable Integer channels) {
    boolean givenUp = known.state() == RecordingState.FAILED && known.recordingSid() == null;
    if (!known.state().isBefore(told) && !givenUp) {
      return;
    }
    Integer seconds = held.durationS();
    rows.advance(
        tenant.value(),
        known.id(),
        held.sid(),
        told,
        null,
        seconds == null ? null : seconds * 1000L,
        channels);
    if (told == RecordingState.COMPLETED) {
      keep(tenant, known.id());
    }
    announce(tenant, known.callId(), told);
  }

  /// What a caller left after the beep, by the verb's own word.
  ///
  /// @return its recording; one that is known already stays as it is
  public UUID left(TenantId tenant, UUID callId, String sid, @Nullable Integer durationS) {
    return tenancy.run(
        tenant,
        () -> {
          UUID id = UuidCreator.getTimeOrderedEpoch();
          Instant now = clock.instant();
          Long durationMs = durationS == null ? null : durationS * 1000L;
          Instant startedAt = durationMs == null ? now : now.minusMillis(durationMs);
          int added = rows.left(tenant.value(), id, callId, sid, startedAt, durationMs, now);
          if (added > 0) {
            keep(tenant, id);
          }
          return rows.findBySid(tenant.value(), sid).orElseThrow().id();
        });
  }

  private void keep(TenantId tenant, UUID recording) {
    outbox.soon(fetch, tenant, recording);
    int days = businesses.of(tenant).recordingRetentionDays();
    outbox.at(clock.instant().plus(Duration.ofDays(days)), expire, tenant, recording);
  }

  private void announce(TenantId tenant, UUID callId, RecordingState state) {
    outbox.announce(tenant, "call.updated", callId, Map.of("recording", WireName.of(state)));
  }

  /// Twilio's word may be lost: it is asked then.
  @EventListener
  void ended(CallEnded call) {
    rows.ofCall(call.tenant().value(), call.callId())
        .filter(row -> row.state().isBefore(RecordingState.COMPLETED))
        .ifPresent(
            row -> outbox.at(clock.instant().plus(TOLD_WITHIN), check, call.tenant(), row.id()));
  }

  /// The recording of a call as a whole; empty if none was begun.
  public Optional<Recording> ofCall(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> rows.ofCall(tenant.value(), callId));
  }

  public Optional<Recording> find(TenantId tenant, UUID id) {
    return tenancy.run(tenant, () -> rows.find(tenant.value(), id));
  }
}
