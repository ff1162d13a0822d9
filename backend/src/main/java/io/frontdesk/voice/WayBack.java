package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLeases;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.CallResumptions.Attempt;
import io.frontdesk.call.CallState;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.ladder.Fault;
import io.frontdesk.voice.transfer.Handover;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// What follows when a stream has ended, or nobody answered what was asked: the end, if leave was
/// taken; else the call goes on where it was, on whichever node this is.
@Singleton
class WayBack {
  private final FrontDoor door;
  private final Invitations invitations;
  private final Apologies apologies;
  private final Handover handover;
  private final Engines engines;
  private final CallsInHand inHand;
  private final StepDown stepDown;
  private final CallLog log;
  private final CallLeases leases;
  private final CallResumptions resumptions;
  private final SpeechHealth health;
  private final Clock clock;

  WayBack(
      FrontDoor door,
      Invitations invitations,
      Apologies apologies,
      Handover handover,
      Engines engines,
      CallsInHand inHand,
      StepDown stepDown,
      CallLog log,
      CallLeases leases,
      CallResumptions resumptions,
      SpeechHealth health,
      Clock clock) {
    this.door = door;
    this.invitations = invitations;
    this.apologies = apologies;
    this.handover = handover;
    this.engines = engines;
    this.inHand = inHand;
    this.stepDown = stepDown;
    this.log = log;
    this.leases = leases;
    this.resumptions = resumptions;
    this.health = health;
    this.clock = clock;
  }

  /// What follows a stream.
  String afterStream(TwilioRequest request) {
    return find(request)
        .map(known -> goesOn(known, request))
        .orElseGet(
            () ->
                request
                    .tenant()
                    .map(tenant -> apologies.sorry(tenant, request))
                    .orElseGet(() -> apologies.sorry(request)));
  }

  /// What is said when our other addresses did not answer: a call that nobody knows yet is one that
  /// comes in.
  String afterSilence(TwilioRequest request) {
    return find(request).map(known -> goesOn(known, request)).orElseGet(() -> door.answer(request));
  }

  private record Known(TenantId tenant, Call call) {}

  private Optional<Known> find(TwilioRequest request) {
    return request
        .tenant()
        .flatMap(
            tenant ->
                request
                    .callSid()
                    .flatMap(sid -> log.findBySid(tenant, sid))
                    .map(call -> new Known(tenant, call)));
  }

  /// Whoever asks what follows is on the line, and keeps the place.
  private String goesOn(Known known, TwilioRequest request) {
    TenantId tenant = known.tenant;
    leases.renew(tenant, known.call.callSid());
    return inHand
        .find(tenant, known.call.id())
        .map(call -> goesOn(call, request))
        .orElseGet(Twiml::hangUp);
  }

  private String goesOn(CallInHand call, TwilioRequest request) {
    TenantId tenant = call.tenant();
    return handover
        .lineFree(tenant, call.call())
        .or(() -> engines.find(call.call().engine()).map(engine -> goesOn(engine, call)))
        .or(() -> afterAttempt(call, request))
        .orElseGet(
            () -> {
              log.close(tenant, call.call().id(), CallState.FAILED, clock.instant(), null);
              return apologies.sorry(tenant, request);
            });
  }

  private String goesOn(TwimlEngine engine, CallInHand call) {
    UUID id = call.call().id();
    String sentence = resumptions.waiting(call.tenant(), id).sentence();
    if (sentence == null) {
      return engine.open(call);
    }
    String twiml = engine.resume(call, sentence);
    resumptions.said(call.tenant(), id, sentence);
    return twiml;
  }

  /// In another stream if there is a point in it, or else with the next engine down.
  ///
  /// @return empty if nobody can go on
  private Optional<String> afterAttempt(CallInHand call, TwilioRequest request) {
    UUID id = call.call().id();
    Attempt attempt = resumptions.attempt(call.tenant(), id).orElseGet(() -> new Attempt(null, 1));
    Fault fault = Fault.of(attempt.fault());
    if (!fault.isBorne(attempt.times())) {
      return stepDown.after(request, fault.reason());
    }
    if (!health.allows(call.tenant(), call.receptionist())) {
      return stepDown.after(request, SpeechHealth.SKIPPED);
    }
    return Optional.of(
        fault.isModels()
            ? invitations.afterAMoment(call.tenant(), id, DoorWords.of(call.receptionist()))
            : invitations.again(call.tenant(), id));
  }
}
