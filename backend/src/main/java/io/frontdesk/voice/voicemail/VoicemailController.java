package io.frontdesk.voice.voicemail;

import io.frontdesk.call.Engine;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.voice.Answering;
import io.frontdesk.voice.Notices;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/// What Twilio asks and tells us about voicemail.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class VoicemailController {
  private final Answering answering;
  private final Voicemail voicemail;
  private final VoicemailBox box;
  private final Notices notices;

  VoicemailController(Answering answering, Voicemail voicemail, VoicemailBox box, Notices notices) {
    this.answering = answering;
    this.voicemail = voicemail;
    this.box = box;
    this.notices = notices;
  }

  /// A caller is to leave a message, or has.
  @Post(Voicemail.PATH)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> voicemail(HttpRequest<?> request, @Body @Nullable String body) {
    return answering.answer(request, body, Engine.VOICEMAIL, voicemail::answer);
  }

  /// The same, asked by GET: a number's own address may be set so.
  @Get(Voicemail.PATH)
  HttpResponse<String> voicemail(HttpRequest<?> request) {
    return answering.answer(
        request, request.getUri().getRawQuery(), Engine.VOICEMAIL, voicemail::answer);
  }

  /// What a caller has left is there, though nobody may have asked what follows it.
  @Post(Voicemail.RECORDING_PATH)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> recording(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = answering.verified(request, body);
    if (told.field("RecordingStatus").filter("completed"::equals).isPresent()) {
      notices.enter(about(told), () -> box.takes(told));
    }
    return HttpResponse.noContent();
  }

  /// What was said was written down.
  @Post(Voicemail.TRANSCRIPTION_PATH)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> transcription(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = answering.verified(request, body);
    notices.enter(about(told), () -> box.transcribed(told));
    return HttpResponse.noContent();
  }

  private static String about(TwilioRequest told) {
    return told.callSid().orElse("?");
  }
}
