package io.frontdesk.voice;

import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.twilio.RecordingApi.Held;
import io.frontdesk.twilio.Signatures;
import io.frontdesk.twilio.TwilioForm;
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
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Twilio tells us of recordings: any number of times, in any order, of calls that nobody
/// knows too.
@Controller(FrontDoor.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class RecordingCallback {
  private static final Pattern SID = Pattern.compile("RE[0-9a-f]{32}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final Signatures signatures;
  private final CallRecordings recordings;
  private final Notices notices;

  RecordingCallback(Signatures signatures, CallRecordings recordings, Notices notices) {
    this.signatures = signatures;
    this.recordings = recordings;
    this.notices = notices;
  }

  /// How a recording stands.
  @Post("/recording-ready")
  HttpResponse<?> ready(HttpRequest<?> request, @Body @Nullable String body) {
    TwilioRequest told = signatures.verify(request, TwilioForm.parse(body == null ? "" : body));
    told.tenant()
        .ifPresent(
            tenant ->
                told.callSid()
                    .ifPresent(
                        call ->
                            held(told)
                                .ifPresent(
                                    held ->
                                        notices.enter(
                                            call,
                                            () ->
                                                recordings.told(
                                                    tenant,
                                                    call,
                                                    held,
                                                    channels(told).orElse(null))))));
    return HttpResponse.noContent();
  }

  private static Optional<Held> held(TwilioRequest told) {
    return told.field("RecordingSid")
        .filter(sid -> SID.matcher(sid).matches())
        .flatMap(
            sid ->
                told.field("RecordingStatus")
                    .map(
                        status ->
                            new Held(sid, status, number(told, "RecordingDuration").orElse(null))));
  }

  private static Optional<Integer> channels(TwilioRequest told) {
    return number(told, "RecordingChannels").filter(channels -> channels == 1 || channels == 2);
  }

  private static Optional<Integer> number(TwilioRequest told, String field) {
    return told.field(field).filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
  }
}
