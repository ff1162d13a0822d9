package io.frontdesk.outreach;

import io.frontdesk.call.PlacedCalls;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.voice.Answering;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Twilio tells whether a person or a machine has picked up.
/// Source: https://www.twilio.com/docs/voice/answering-machine-detection
@Controller("/api/v1/voice/amd")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class AmdController {
  private final Answering answering;
  private final PlacedCalls placed;
  private final Results results;

  AmdController(Answering answering, PlacedCalls placed, Results results) {
    this.answering = answering;
    this.placed = placed;
    this.results = results;
  }

  @Post
  HttpResponse<?> answeredBy(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = answering.verified(request, body);
    told.tenant()
        .ifPresent(
            tenant ->
                call(request)
                    .filter(call -> isThatCall(tenant, call, told))
                    .ifPresent(
                        call ->
                            told.field("AnsweredBy")
                                .ifPresent(whom -> results.answeredBy(tenant, call, whom))));
    return HttpResponse.noContent();
  }

  private boolean isThatCall(TenantId tenant, UUID call, TwilioRequest told) {
    return told.callSid().filter(sid -> placed.bind(tenant, call, sid)).isPresent();
  }

  private static Optional<UUID> call(HttpRequest<?> request) {
    return Optional.ofNullable(request.getParameters().get("call"))
        .flatMap(
            text -> {
              try {
                return Optional.of(UUID.fromString(text));
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
  }
}
