package io.frontdesk.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Admission;
import io.frontdesk.call.Call;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is called? May we answer? How? Answers with TwiML, whatever happened.
@Singleton
class FrontDoor {
  static final String PATH = "/api/v1/voice";
  static final String STREAM_PATH = PATH + "/ws/voice-stream/";

  private static final String NOT_IN_SERVICE =
      "The number you have called is not in service. Goodbye.";

  private final PhoneNumbers numbers;
  private final Businesses businesses;
  private final Receptionists receptionists;
  private final CallLog log;
  private final Admission admission;
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
    this.standings = standings;
    this.tokens = tokens;
    this.urls = urls;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What a call that comes in is answered. Asked again for the same call, it is the same call.
  String answer(TwilioRequest request) {
    var tenant = request.tenant();
    var number = tenant.flatMap(owner -> called(owner, request));
    var callSid = request.callSid();
    if (tenant.isEmpty() || number.isEmpty() || callSid.isEmpty()) {
      return Twiml.sayAndReject(NOT_IN_SERVICE);
    }
    var receptionist = receptionists.answering(tenant.get(), number.get().receptionistId());
    var words = words(receptionist);
    known.put(number.get().number(), words);
    if (standings.of(tenant.get()).isSuspended()) {
      return Twiml.sayAndReject(words.closed(), words.language());
    }
    Call call = record(tenant.get(), number.get(), receptionist, callSid.get(), request);
    Refusal refused = call.refused();
    if (refused != null) {
      return Twiml.sayAndReject(words.full(refused), words.language());
    }
    return call.state().isOver() ? Twiml.hangUp() : connect(tenant.get(), call.id());
  }

  /// What follows a stream that ended while the call goes on: the end, if leave was taken.
  String afterStream(TwilioRequest request) {
    Optional<Call> call =
        request
            .tenant()
            .flatMap(tenant -> request.callSid().flatMap(sid -> log.findBySid(tenant, sid)));
    boolean left = call.map(Call::state).filter(CallState.COMPLETED::equals).isPresent();
    if (left) {
      return Twiml.hangUp();
    }
    request
        .tenant()
        .ifPresent(tenant -> called(tenant, request).ifPresent(number -> learn(tenant, number)));
    return sorry(request);
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
  private void learn(TenantId tenant, PhoneNumber number) {
    if (known.getIfPresent(number.number()) == null) {
      known.put(number.number(), words(receptionists.answering(tenant, number.receptionistId())));
    }
  }

  private static DoorWords words(PublishedReceptionist receptionist) {
    return DoorWords.in(receptionist.config().languages().getFirst());
  }

  private Optional<PhoneNumber> called(TenantId tenant, TwilioRequest request) {
    return request
        .to()
        .flatMap(to -> tenancy.run(tenant, () -> numbers.findByTenantIdAndNumber(tenant, to)));
  }

  private Call record(
      TenantId tenant,
      PhoneNumber number,
      PublishedReceptionist receptionist,
      String callSid,
      TwilioRequest request) {
    return admission.answer(
        tenant,
        new NewCall(
            callSid,
            request.from().orElse(null),
            number.number(),
            receptionist.receptionistId(),
            receptionist.versionNumber(),
            request.sandboxNow().map(now -> offset(tenant, now)).orElse(null),
            false));
  }

  private @Nullable Duration offset(TenantId tenant, LocalDateTime practice) {
    ZoneId zone = tenancy.run(tenant, () -> businesses.of(tenant)).timeZone();
    Instant now = clock.instant();
    return Duration.between(now, practice.atZone(zone).toInstant());
  }

  private String connect(TenantId tenant, UUID callId) {
    return Twiml.connect(
        urls.ofSocket(STREAM_PATH + tokens.issue(tenant, callId)),
        urls.of(PATH + "/stream-status"),
        urls.of(PATH + "/stream-ended"));
  }
}
