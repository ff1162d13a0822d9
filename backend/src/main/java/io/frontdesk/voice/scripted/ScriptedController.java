package io.frontdesk.voice.scripted;

import io.frontdesk.call.Engine;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.Answering;
import io.frontdesk.voice.CallsInHand;
import io.frontdesk.voice.exchange.Heard;
import io.frontdesk.voice.exchange.StepNumber;
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
import org.jspecify.annotations.Nullable;

/// What callers say to the script.
@Controller(ScriptedEngine.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class ScriptedController {
  private final Answering answering;
  private final CallsInHand calls;
  private final ScriptedEngine engine;

  ScriptedController(Answering answering, CallsInHand calls, ScriptedEngine engine) {
    this.answering = answering;
    this.calls = calls;
    this.engine = engine;
  }

  /// A caller has said or keyed in something, or nothing.
  @Post
  HttpResponse<String> heard(HttpRequest<?> request, @Body @Nullable String body) {
    int step = StepNumber.of(request, "step");
    return answering.answer(
        request,
        body,
        Engine.SCRIPTED,
        told ->
            calls
                .about(told)
                .map(call -> engine.next(call, step, Heard.of(told)))
                .orElseGet(Twiml::hangUp));
  }
}
