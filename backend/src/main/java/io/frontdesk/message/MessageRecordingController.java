package io.frontdesk.message;

import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.call.recording.Playback;
import io.frontdesk.call.recording.Playbacks;
import io.frontdesk.call.recording.Recording;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/// Voicemails, to listen to.
@Controller("/api/v1/messages/{id}/recording")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Messages")
class MessageRecordingController {
  private final MessageDesk desk;
  private final CallRecordings recordings;
  private final Playbacks playbacks;

  MessageRecordingController(MessageDesk desk, CallRecordings recordings, Playbacks playbacks) {
    this.desk = desk;
    this.recordings = recordings;
    this.playbacks = playbacks;
  }

  /// What the caller said after the beep; parts of it by `Range`. There is none of messages that
  /// were not left so, for moments after they were, and when it was deleted.
  @Get
  @Produces("audio/wav")
  @ApiResponse(
      responseCode = "200",
      description = "WAVE, 16-bit linear, 8 kHz, mono",
      content =
          @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "206",
      description = "The part of it that `Range` names",
      content =
          @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
  HttpResponse<?> hear(HttpRequest<?> request, TenantId tenant, UUID id) {
    return playbacks.sound(tenant, find(tenant, id)).to(request);
  }

  /// How it stands, and what a player needs.
  @Get("/details")
  Playback details(TenantId tenant, UUID id) {
    return playbacks.of(tenant, find(tenant, id));
  }

  private Recording find(TenantId tenant, UUID messageId) {
    return desk.find(tenant, messageId)
        .flatMap(message -> Optional.ofNullable(message.recordingId()))
        .flatMap(recording -> recordings.find(tenant, recording))
        .orElseThrow(() -> new RequestException.NotFound("recording of message", messageId));
  }
}
