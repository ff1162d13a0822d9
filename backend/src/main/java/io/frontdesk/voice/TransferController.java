package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.database.Outage;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.transfer.Handover;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Twilio asks and tells us about callers who are handed over. Signed, or refused with nothing
/// stored; rightly signed, never answered with an error, whatever it says about whichever transfer:
/// while the database is away, who listens is asked to hold on, and what was told comes along.
@Controller(Handover.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class TransferController {
  private static final Logger LOG = LoggerFactory.getLogger(TransferController.class);

  private final Answering answering;
  private final Handover handover;
  private final CallLog calls;

  TransferController(Answering answering, Handover handover, CallLog calls) {
    this.answering = answering;
    this.handover = handover;
    this.calls = calls;
  }

  /// Somebody of the business has had a caller sent here in the midst of a call.
  @Post("/transfer")
  HttpResponse<String> transfer(HttpRequest<?> request, @Body @Nullable String body) {
    return answer(
        request,
        body,
        handover::back,
        told ->
            told.tenant()
                .flatMap(
                    tenant ->
                        told.callSid()
                            .flatMap(sid -> calls.findBySid(tenant, sid))
                            .flatMap(call -> handover.announced(tenant, call)))
                .orElseGet(handover::back));
  }

  /// Somebody who was rung picked up, or pressed a key.
  @Post("/transfer-whisper")
  HttpResponse<String> whisper(
      HttpRequest<?> request,
      @QueryValue @Nullable String transfer,
      @QueryValue @Nullable String leg,
      @Body @Nullable String body) {
    return answer(
        request,
        body,
        Twiml::hangUp,
        told ->
            known(told, transfer, leg)
                .map(
                    it ->
                        handover.pickedUp(
                            it.tenant, it.transfer, it.leg, told.field("Digits").orElse(null)))
                .orElseGet(Twiml::hangUp));
  }

  /// Somebody who was rung rings no more, or has hung up.
  @Post("/transfer-status")
  HttpResponse<String> status(
      HttpRequest<?> request,
      @QueryValue @Nullable String transfer,
      @QueryValue @Nullable String leg,
      @Body @Nullable String body) {
    return answer(
        request,
        body,
        handover::back,
        told ->
            known(told, transfer, leg)
                .map(it -> handover.legEnded(it.tenant, it.transfer, it.leg, told))
                .orElseGet(handover::back));
  }

  /// Which leg of which transfer it is about.
  private record Known(TenantId tenant, UUID transfer, int leg) {}

  private static Optional<Known> known(
      TwilioRequest told, @Nullable String transfer, @Nullable String leg) {
    return told.tenant()
        .filter(_ -> transfer != null && leg != null)
        .flatMap(
            tenant -> {
              try {
                return Optional.of(
                    new Known(tenant, UUID.fromString(transfer), Integer.parseInt(leg)));
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
  }

  /// @param next best, if it cannot be answered
  private HttpResponse<String> answer(
      HttpRequest<?> asked,
      @Nullable String body,
      Supplier<String> next,
      Function<TwilioRequest, String> answer) {
    return answering.answer(
        asked,
        body,
        request -> {
          try {
            return answer.apply(request);
          } catch (RuntimeException e) {
            if (Outage.caused(e)) {
              throw e;
            }
            LOG.error("Could not hand over call {}", request.callSid().orElse("?"), e);
            return next.get();
          }
        });
  }
}
