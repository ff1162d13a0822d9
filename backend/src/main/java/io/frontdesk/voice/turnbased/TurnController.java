package io.frontdesk.voice.turnbased;

import io.frontdesk.call.Engine;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.Answering;
import io.frontdesk.voice.CallInHand;
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

/// What callers say when it is their turn, and whether there is an answer for those who wait.
@Controller(Answers.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class TurnController {
  private final Answering answering;
  private final CallsInHand calls;
  private final TurnBasedEngine engine;

  TurnController(Answering answering, CallsInHand calls, TurnBasedEngine engine) {
    this.answering = answering;
    this.calls = calls;
    this.engine = engine;
  }

  /// A caller has said or keyed in something, or nothing; or waits (`?wait=1`).
  @Post
  HttpResponse<String> heard(HttpRequest<?> request, @Body @Nullable String body) {
    int step = StepNumber.of(request, "step");
    int waits = StepNumber.of(request, "wait");
    return answering.answer(
        request,
        body,
        Engine.TURN_BASED,
        told ->
            calls
                .about(told)
                .map(hand -> answer(hand, step, waits, Heard.of(told)))
                .orElseGet(Twiml::hangUp));
  }

  private String answer(CallInHand hand, int step, int waits, Heard heard) {
    return waits < 0 ? engine.next(hand, step, heard) : engine.wait(hand, step, waits);
  }
}
