package io.frontdesk.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Admission;
import io.frontdesk.call.Answered;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLeases;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.NewCall;
import io.frontdesk.call.Refusal;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.PublishedReceptionist;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
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
  private final Businesses businesses;
  private final Receptionists receptionists;
  private final CallLog log;
  private final Admission admission;
  private final CallLeases leases;
  private final TenantStandings standings;
  private final MediaTokens tokens;
  private final WebhookUrls urls;
  private final Tenancy tenancy;
  private final Clock clock;

  /// How each number is answered, as far as we know by heart: most is to be apologised for while
  /// the database is away.
  private final Cache<E164, DoorWords> known = Caffeine.newBuilder().maximumSize(10_000).build();

  FrontDoor(
      PhoneNumbers numbers,
      Businesses businesses,
      Receptionists receptionists,
      CallLog log,
      Admission admission,
      CallLeases leases,
      TenantStandings standings,
      MediaTokens tokens,
      WebhookUrls urls,
      Tenancy tenancy,
      Clock clock) {
    this.numbers = numbers;
    this.businesses = businesses;
    this.receptionists = receptionists;
    this.log = log;
    this.admission = admission;
    this.leases = leases;
    this.standings = standings;
    this.tokens = tokens;
    this.urls = urls;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What a call that comes in is answered, in one transaction. Asked again for the same call, it
  /// is the same call.
  String answer(TwilioRequest request) {
    return request
        .tenant()
        .map(
            tenant -> {
              Reply reply = tenancy.run(tenant, () -> answer(tenant, request));
              // Afterwards: whoever counts alone must not wait for whoever works on this call.
              reply.again().ifPresent(sid -> keepPlace(tenant, sid));
              return reply.twiml();
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

  /// @param again the call that was known: whoever asks again is on the line, and keeps the place
  private record Reply(String twiml, Optional<String> again) {
    static Reply of(String twiml) {
      return new Reply(twiml, Optional.empty());
    }
  }

  private Reply answer(TenantId tenant, TwilioRequest request) {
    var number = request.to().flatMap(to -> numbers.findByTenantIdAndNumber(tenant, to));
    var callSid = request.callSid();
    if (number.isEmpty() || callSid.isEmpty()) {
      return Reply.of(Twiml.sayAndReject(NOT_IN_SERVICE));
    }
    var receptionist = receptionists.answering(tenant, number.get().receptionistId());
    var words = words(receptionist);
    known.put(number.get().number(), words);
    var standing = standings.of(tenant);
    if (standing.isSuspended()) {
      return Reply.of(Twiml.sayAndReject(words.closed(), words.language()));
    }
    Answered call =
        admission.answer(
            standing, newCall(tenant, number.get(), receptionist, callSid.get(), request));
    return new Reply(twiml(tenant, call, words), callSid.filter(_ -> call.asksAgain()));
  }

  private String twiml(TenantId tenant, Answered call, DoorWords words) {
    Refusal refused = call.refused();
    if (refused != null) {
      return Twiml.sayAndReject(words.full(refused), words.language());
    }
    return call.isOver() ? Twiml.hangUp() : connect(tenant, call);
  }

  /// What follows a stream that ended while the call goes on: the end, if leave was taken.
  String afterStream(TwilioRequest request) {
    Optional<Call> call =
        request
            .tenant()
            .flatMap(tenant -> request.callSid().flatMap(sid -> stillThere(tenant, sid)));
    boolean left = call.map(Call::state).filter(CallState.COMPLETED::equals).isPresent();
    if (left) {
      return Twiml.hangUp();
    }
    request.tenant().ifPresent(tenant -> learn(tenant, request));
    return sorry(request);
  }

  /// What is said when our other addresses did not answer.
  String goesOn(TwilioRequest request) {
    request
        .tenant()
        .ifPresent(tenant -> request.callSid().ifPresent(sid -> leases.renew(tenant, sid)));
    return sorry(request);
  }

  /// Whoever asks what follows is on the line, and keeps the place.
  private Optional<Call> stillThere(TenantId tenant, String callSid) {
    return tenancy.run(
        tenant,
        () -> {
          leases.renew(tenant, callSid);
          return log.findBySid(tenant, callSid);
        });
  }

  /// The last thing to say when nothing else works. Looks nothing up.
  String sorry(TwilioRequest request) {
    DoorWords words =
        request
            .to()
            .flatMap(to -> Optional.ofNullable(known.getIfPresent(to)))
            .orElse(DoorWords.ENGLISH);
    return Twiml.sayAndHangUp(words.sorry(), words.language());
  }

  /// Another instance may have answered the call.
  private void learn(TenantId tenant, TwilioRequest request) {
    request
        .to()
        .filter(to -> known.getIfPresent(to) == null)
        .flatMap(to -> tenancy.run(tenant, () -> numbers.findByTenantIdAndNumber(tenant, to)))
        .map(number -> receptionists.answering(tenant, number.receptionistId()))
        .ifPresent(receptionist -> known.put(request.to().orElseThrow(), words(receptionist)));
  }

  private static DoorWords words(PublishedReceptionist receptionist) {
    return DoorWords.in(receptionist.config().languages().getFirst());
  }

  private NewCall newCall(
      TenantId tenant,
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
        request.sandboxNow().map(now -> offset(tenant, now)).orElse(null),
        false);
  }

  private @Nullable Duration offset(TenantId tenant, LocalDateTime practice) {
    ZoneId zone = businesses.of(tenant).timeZone();
    Instant now = clock.instant();
    return Duration.between(now, practice.atZone(zone).toInstant());
  }

  private String connect(TenantId tenant, Answered call) {
    String token =
        call.asksAgain() ? tokens.issueAgain(tenant, call.id()) : tokens.issue(tenant, call.id());
    return Twiml.connect(
        urls.ofSocket(STREAM_PATH + token),
        urls.of(PATH + "/stream-status"),
        urls.of(PATH + "/stream-ended"));
  }
}
