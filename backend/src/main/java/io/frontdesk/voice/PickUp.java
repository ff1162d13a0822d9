package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.frontdesk.call.PlacedCalls;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls that the business places: which of them Twilio speaks of, and what whoever picks up hears.
@Singleton
class PickUp {
  /// The parameter of a placed call's addresses that names it.
  static final String CALL = "call";

  private final PlacedCalls placed;
  private final Invitations invitations;
  private final CallsInHand inHand;
  private final Engines engines;
  private final SpeechHealth health;
  private final StepDown stepDown;

  PickUp(
      PlacedCalls placed,
      Invitations invitations,
      CallsInHand inHand,
      Engines engines,
      SpeechHealth health,
      StepDown stepDown) {
    this.placed = placed;
    this.invitations = invitations;
    this.inHand = inHand;
    this.engines = engines;
    this.health = health;
    this.stepDown = stepDown;
  }

  /// Somebody has picked up: they talk with the receptionist, whatever speaks for it. Asked again
  /// for the same call, it is the same call.
  ///
  /// @param named the call that the address names
  String answer(TwilioRequest request, @Nullable String named) {
    return call(request, named)
        .flatMap(call -> inHand.find(request.tenant().orElseThrow(), call.id()))
        .map(call -> answer(request, call))
        .orElseGet(Twiml::hangUp);
  }

  private String answer(TwilioRequest request, CallInHand call) {
    var engine = engines.find(call.call().engine());
    if (engine.isPresent()) {
      return engine.get().open(call);
    }
    return health.allows(call.tenant(), call.receptionist())
        ? connected(call)
        : stepDown.after(request, SpeechHealth.SKIPPED).orElseGet(() -> connected(call));
  }

  private String connected(CallInHand call) {
    return invitations.again(call.tenant(), call.call().id());
  }

  private Optional<Call> call(TwilioRequest request, @Nullable String named) {
    return request
        .tenant()
        .flatMap(
            tenant ->
                request
                    .callSid()
                    .flatMap(sid -> id(named).flatMap(id -> placed.pickedUp(tenant, id, sid))));
  }

  /// Learns Twilio's id of a call from whatever Twilio tells of it.
  ///
  /// @param named the call that the address names; null if it names none
  void learn(TenantId tenant, @Nullable String named, String callSid) {
    id(named).ifPresent(id -> placed.bind(tenant, id, callSid));
  }

  private static Optional<UUID> id(@Nullable String named) {
    if (named == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(named));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
