package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.twilio.TwilioRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Twilio asks and tells us about calls. Signed, or refused with nothing stored; rightly
/// signed, never answered with an error, for a caller is listening.
@Controller(FrontDoor.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class VoiceController {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceController.class);

  private final Answering answering;
  private final FrontDoor door;
  private final WayBack wayBack;
  private final Drain drain;
  private final PickUp pickUp;
  private final Notices notices;
  private final CallLog log;
  private final Clock clock;

  VoiceController(
      Answering answering,
      FrontDoor door,
      WayBack wayBack,
      Drain drain,
      PickUp pickUp,
      Notices notices,
      CallLog log,
      Clock clock) {
    this.answering = answering;
    this.door = door;
    this.wayBack = wayBack;
    this.drain = drain;
    this.pickUp = pickUp;
    this.notices = notices;
    this.log = log;
    this.clock = clock;
  }

  /// A call comes in.
  @Post("/incoming")
  HttpResponse<String> incoming(HttpRequest<?> request, @Body @Nullable String body) {
    return answering.answer(request, body, drain.unlessStopping(request, door::answer));
  }

  /// Whoever we called has picked up.
  @Post("/outbound-script")
  HttpResponse<String> outboundScript(HttpRequest<?> request, @Body @Nullable String body) {
    return answering.answer(
        request, body, drain.unlessStopping(request, told -> pickUp.answer(told, named(request))));
  }

  /// A stream ended, and the call goes on.
  @Post("/stream-ended")
  HttpResponse<String> streamEnded(HttpRequest<?> request, @Body @Nullable String body) {
    return answering.answer(request, body, drain.unlessStopping(request, wayBack::afterStream));
  }

  /// Our other addresses did not answer.
  @Post("/fallback")
  HttpResponse<String> fallback(HttpRequest<?> request, @Body @Nullable String body) {
    return answering.answer(request, body, drain.unlessStopping(request, wayBack::afterSilence));
  }

  /// How a call stands.
  @Post("/call-status")
  HttpResponse<?> callStatus(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = answering.verified(request, body);
    Instant at = time(told);
    told.tenant()
        .ifPresent(
            tenant ->
                told.callSid()
                    .ifPresent(
                        sid ->
                            notices.enter(
                                sid,
                                () -> {
                                  pickUp.learn(tenant, named(request), sid);
                                  told.field("CallStatus")
                                      .ifPresent(status -> log.status(tenant, sid, status, at));
                                })));
    return HttpResponse.noContent();
  }

  /// The call that the address names, if we have placed it.
  private static @Nullable String named(HttpRequest<?> request) {
    return request.getParameters().get(PickUp.CALL);
  }

  /// How a stream stands: the stream itself tells us more.
  @Post("/stream-status")
  HttpResponse<?> streamStatus(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = answering.verified(request, body);
    told.field("StreamError")
        .ifPresent(error -> LOG.warn("Stream of call {}: {}", told.callSid().orElse("?"), error));
    return HttpResponse.noContent();
  }

  /// When it is said to have been so; now, if that cannot be read.
  private Instant time(TwilioRequest told) {
    return told.field("Timestamp")
        .map(
            text -> {
              try {
                return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
              } catch (DateTimeException e) {
                return clock.instant();
              }
            })
        .orElseGet(clock::instant);
  }
}
