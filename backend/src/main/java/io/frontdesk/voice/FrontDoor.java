package io.frontdesk.voice;

import io.frontdesk.access.TenantStandings;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Admission;
import io.frontdesk.call.Answered;
import io.frontdesk.call.CallLeases;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.call.NewCall;
import io.frontdesk.call.Refusal;
import io.frontdesk.caller.Treatment;
import io.frontdesk.conversation.transfer.PeopleFirst;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.PublishedReceptionist;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.transfer.Handover;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is called? May we answer? How? Answers with TwiML, whatever happened.
@Singleton
class FrontDoor {
  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  static final String PATH = "/api/v1/voice";
  static final String STREAM_PATH = PATH + "/ws/voice-stream/";

  private static final String NOT_IN_SERVICE =
      "The number you have called is not in service. Goodbye.";

  private final PhoneNumbers numbers;
  private final Doorkeeper doorkeeper;
  private final Businesses businesses;
  private final Receptionists receptionists;
  private final CallLog log;
  private final Admission admission;
  private final CallLeases leases;
  private final TenantStandings standings;
  private final Invitations invitations;
  private final Apologies apologies;
  private final PeopleFirst people;
  private final Handover handover;
  private final Engines engines;
  private final SpeechHealth health;
  private final CallsInHand inHand;
  private final Tenancy tenancy;
  private final Clock clock;

  FrontDoor(
      PhoneNumbers numbers,
      Doorkeeper doorkeeper,
      Businesses businesses,
      Receptionists receptionists,
      CallLog log,
      Admission admission,
      CallLeases leases,
      TenantStandings standings,
      Invitations invitations,
      Apologies apologies,
      PeopleFirst people,
      Handover handover,
      Engines engines,
      SpeechHealth health,
      CallsInHand inHand,
      Tenancy tenancy,
      Clock clock) {
    this.numbers = numbers;
    this.doorkeeper = doorkeeper;
    this.businesses = businesses;
    this.receptionists = receptionists;
    this.log = log;
    this.admission = admission;
    this.leases = leases;
    this.standings = standings;
    this.invitations = invitations;
    this.apologies = apologies;
    this.people = people;
    this.handover = handover;
    this.engines = engines;
    this.health = health;
    this.inHand = inHand;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What a call that comes in is answered, in one transaction by a stream. Asked again for the
  /// same call, it is the same call.
  String answer(TwilioRequest request) {
    return request
        .tenant()
        .map(
            tenant -> {
              Reply reply = tenancy.run(tenant, () -> answer(tenant, request));
              // Afterwards: whoever counts alone must not wait for whoever works on this call.
              reply.again().ifPresent(sid -> keepPlace(tenant, sid));
              return reply.twiml().get();
            })
        .orElseGet(() -> Twiml.sayAndReject(NOT_IN_SERVICE));
  }

  /// The answer is good without it: the heartbeat keeps the place of a call that goes on.
  private void keepPlace(TenantId tenant, String callSid) {
    try {
      leases.renew(tenant, callSid);
    } catch (RuntimeException e) {
      LOG.warn("The place of call {} was not kept", callSid, e);
    }
  }

  /// @param twiml is found after the transaction
  /// @param again the call that was known: whoever asks again is on the line, and keeps the place
  private record Reply(Supplier<String> twiml, Optional<String> again) {
    static Reply of(String twiml) {
      return new Reply(() -> twiml, Optional.empty());
    }
  }

  private Reply answer(TenantId tenant, TwilioRequest request) {
    var number = request.to().flatMap(to -> numbers.findByTenantIdAndNumber(tenant, to));
    var callSid = request.callSid();
    if (number.isEmpty() || callSid.isEmpty()) {
      return Reply.of(Twiml.sayAndReject(NOT_IN_SERVICE));
    }
    var treatment = doorkeeper.treatment(tenant, callSid.get(), request);
    if (treatment.filter(Treatment.BLOCKED::equals).isPresent()) {
      return Reply.of(Twiml.reject());
    }
    var receptionist = receptionists.answering(tenant, number.get().receptionistId());
    var words = apologies.of(number.get().number(), receptionist);
    var standing = standings.of(tenant);
    if (standing.isSuspended()) {
      return Reply.of(Twiml.sayAndReject(words.closed(), words.language()));
    }
    Business business = businesses.of(tenant);
    Answered call =
        admission.answer(
            standing,
            business,
            newCall(business, number.get(), receptionist, callSid.get(), request));
    var again = callSid.filter(_ -> call.asksAgain());
    if (peopleFirst(business, call, treatment)) {
      return new Reply(() -> ringing(tenant, call), again);
    }
    Engine engine = serving(tenant, call, receptionist.config());
    return new Reply(twiml(tenant, call, engine, words), again);
  }

  /// Whether phones of the business's people ring before the receptionist answers.
  private boolean peopleFirst(Business business, Answered call, Optional<Treatment> treatment) {
    if (call.refused() != null || call.isOver()) {
      return false;
    }
    return call.asksAgain()
        ? handover.isUnderWay(business.tenantId(), call.id())
        : people.choose(
            business, call.id(), treatment.filter(Treatment.STRAIGHT_THROUGH::equals).isPresent());
  }

  /// Whoever is to be rung; what follows is asked where it always is.
  private String ringing(TenantId tenant, Answered call) {
    return log.find(tenant, call.id())
        .flatMap(found -> handover.lineFree(tenant, found))
        .orElseGet(handover::back);
  }

  /// What answers a call that is in: the next engine down from the first moment, if whoever
  /// provides the chosen one is skipped. Who is turned away finds out nothing about that.
  private Engine serving(TenantId tenant, Answered call, ReceptionistConfig receptionist) {
    Engine chosen = call.engine();
    boolean begins = !call.asksAgain() && call.refused() == null && chosen == Engine.REALTIME;
    if (!begins || health.allows(tenant, receptionist)) {
      return chosen;
    }
    Engine next = engines.below(chosen).getFirst().engine();
    log.servedBy(tenant, call.id(), chosen, next, SpeechHealth.SKIPPED);
    return next;
  }

  private Supplier<String> twiml(TenantId tenant, Answered call, Engine serving, DoorWords words) {
    Refusal refused = call.refused();
    if (refused != null) {
      return () -> Twiml.sayAndReject(words.full(refused), words.language());
    }
    if (call.isOver()) {
      return Twiml::hangUp;
    }
    return engines
        .find(serving)
        .map(engine -> opening(tenant, call, engine))
        .orElseGet(() -> connecting(tenant, call));
  }

  private Supplier<String> connecting(TenantId tenant, Answered call) {
    String twiml =
        call.asksAgain()
            ? invitations.again(tenant, call.id())
            : invitations.first(tenant, call.id());
    return () -> twiml;
  }

  private Supplier<String> opening(TenantId tenant, Answered call, TwimlEngine engine) {
    return () -> inHand.find(tenant, call.id()).map(engine::open).orElseGet(Twiml::hangUp);
  }

  private NewCall newCall(
      Business business,
      PhoneNumber number,
      PublishedReceptionist receptionist,
      String callSid,
      TwilioRequest request) {
    return new NewCall(
        callSid,
        request.from().orElse(null),
        number.number(),
        receptionist.receptionistId(),
        receptionist.versionNumber(),
        request.sandboxNow().map(now -> offset(business, now)).orElse(null),
        engines.of(receptionist.config()),
        false);
  }

  private @Nullable Duration offset(Business business, LocalDateTime practice) {
    Instant now = clock.instant();
    return Duration.between(now, practice.atZone(business.timeZone()).toInstant());
  }
}
