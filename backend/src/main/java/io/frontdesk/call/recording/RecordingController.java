package io.frontdesk.call.recording;

import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;

/// What was recorded of a call, to listen to.
@Controller("/api/v1/calls/{id}/recording")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calls")
class RecordingController {
  private final CallLog log;
  private final CallRecordings recordings;
  private final Playbacks playbacks;
  private final AuditLog audit;

  RecordingController(CallLog log, CallRecordings recordings, Playbacks playbacks, AuditLog audit) {
    this.log = log;
    this.recordings = recordings;
    this.playbacks = playbacks;
    this.audit = audit;
  }

  /// The call's sound, the caller on the first channel and the receptionist on the second; parts of
  /// it by `Range`. There is none while the call goes on and for moments after it, if nothing was
  /// recorded, and when it was deleted.
  @Get
  @Produces("audio/wav")
  @ApiResponse(
      responseCode = "200",
      description = "WAVE, 16-bit linear, 8 kHz, two channels",
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

  /// How it stands, and what a player needs: where the sound is, for an hour and without signing
  /// in, and how loud both parties are over its time.
  @Get("/details")
  Playback details(TenantId tenant, UUID id) {
    UUID call =
        log.find(tenant, id)
            .map(Call::id)
            .orElseThrow(() -> new RequestException.NotFound("call", id));
    return recordings
        .ofCall(tenant, call)
        .map(recording -> playbacks.of(tenant, recording))
        .orElse(Playback.NONE);
  }

  /// Deletes the sound, here and at Twilio, moments later. What was said stays in the transcript.
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void delete(TenantId tenant, Actor actor, UUID id) {
    Recording recording = find(tenant, id);
    playbacks.delete(
        tenant,
        recording,
        () ->
            audit.record(
                tenant, actor, Change.deleted("recording", recording.id(), facts(recording))));
  }

  private static Map<String, Object> facts(Recording recording) {
    return Map.of("call_id", recording.callId(), "recorded_at", recording.createdAt());
  }

  private Recording find(TenantId tenant, UUID callId) {
    return recordings.ofCall(tenant, callId).orElseThrow(() -> none(callId));
  }

  private static RequestException none(UUID callId) {
    return new RequestException.NotFound("recording of call", callId);
  }
}
