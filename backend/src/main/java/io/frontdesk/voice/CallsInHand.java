package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLeases;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.conversation.alarm.Watch;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// Finds the calls that Twilio's requests are about.
@Singleton
public class CallsInHand {
  private final CallLog log;
  private final CallLeases leases;
  private final Receptionists receptionists;
  private final Businesses businesses;
  private final CallRecordings recordings;
  private final Tenancy tenancy;
  private final Clock clock;

  CallsInHand(
      CallLog log,
      CallLeases leases,
      Receptionists receptionists,
      Businesses businesses,
      CallRecordings recordings,
      Tenancy tenancy,
      Clock clock) {
    this.log = log;
    this.leases = leases;
    this.receptionists = receptionists;
    this.businesses = businesses;
    this.recordings = recordings;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// The call that a request is about; empty if it is not known, or over. Whoever asks is on the
  /// line, and keeps the place.
  public Optional<CallInHand> about(TwilioRequest request) {
    return request.tenant().flatMap(tenant -> request.callSid().flatMap(sid -> about(tenant, sid)));
  }

  private Optional<CallInHand> about(TenantId tenant, String callSid) {
    return tenancy.run(
        tenant,
        () -> {
          leases.renew(tenant, callSid);
          Optional<CallInHand> found = goingOn(tenant, log.findBySid(tenant, callSid));
          found.filter(CallInHand::begun).ifPresent(this::mayBeRecorded);
          return found;
        });
  }

  /// Whoever asks what follows has heard what was said last: the notice may have been in it.
  private void mayBeRecorded(CallInHand hand) {
    var business = businesses.of(hand.tenant());
    UUID call = hand.call().id();
    switch (business.recordingConsent()) {
      case OFF -> {}
      case ONE_PARTY -> recordings.answered(hand.tenant(), call);
      case ANNOUNCED ->
          RecordingNotice.of(business, hand.receptionist())
              .filter(
                  notice ->
                      log.transcript(hand.tenant(), call).stream()
                          .filter(turn -> turn.speaker() == Speaker.RECEPTIONIST)
                          .anyMatch(turn -> RecordingNotice.isIn(turn.heard(), notice)))
              .ifPresent(_ -> recordings.noticeHeard(hand.tenant(), call));
    }
  }

  /// The call of this id; empty if it is not known, or over.
  public Optional<CallInHand> find(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> goingOn(tenant, log.find(tenant, callId)));
  }

  private Optional<CallInHand> goingOn(TenantId tenant, Optional<Call> found) {
    return found
        .filter(call -> !call.state().isOver() && call.endedAt() == null)
        .map(call -> inHand(tenant, call));
  }

  private CallInHand inHand(TenantId tenant, Call call) {
    Business business = businesses.of(tenant);
    Occasion occasion = Occasion.of(business, call.now(clock));
    ReceptionistConfig receptionist =
        receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    ReceptionistConfig speaking = receptionist.speaking(call.language());
    return new CallInHand(
        tenant,
        call,
        business.name(),
        AsHeard.at(business, receptionist, occasion).speaking(call.language()),
        occasion,
        Watch.of(speaking, Law.of(business, speaking)),
        !log.transcript(tenant, call.id()).isEmpty());
  }
}
