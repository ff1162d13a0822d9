package io.frontdesk.voice;

import io.frontdesk.call.audio.WaveFile;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Which;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers hear first, to listen to.
@Controller("/api/v1/receptionists/{id}/greeting-audio")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class GreetingController {
  private final Receptionists receptionists;
  private final Greetings greetings;
  private final AsHeard heard;
  private final Ensembles ensembles;

  GreetingController(
      Receptionists receptionists, Greetings greetings, AsHeard heard, Ensembles ensembles) {
    this.receptionists = receptionists;
    this.greetings = greetings;
    this.heard = heard;
    this.ensembles = ensembles;
  }

  /// The greeting of a version, in the receptionist's own voice or the one chosen for greetings.
  /// That of the published version is made within moments of publishing; until then there is none.
  /// Any other is made when it is asked for, which takes some seconds the first time.
  ///
  /// @param version `published`, `draft` or a version's number
  /// @param occasion when somebody calls; left out for now
  /// @param voice another voice of its model's, to hear how the greeting sounds in it
  @Get
  @Produces("audio/wav")
  @ApiResponse(
      responseCode = "200",
      description = "WAVE, 16-bit linear, 8 kHz, mono",
      content =
          @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
  HttpResponse<byte[]> hear(
      TenantId tenant,
      UUID id,
      @QueryValue(defaultValue = Which.PUBLISHED) String version,
      @QueryValue @Nullable Occasion occasion,
      @QueryValue @Nullable String voice,
      @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    var which = Which.of("version", version);
    ReceptionistConfig written = receptionists.which(tenant, id, which);
    ReceptionistConfig sounding = voice == null ? written : speakingAs(written, voice);
    ReceptionistConfig then =
        occasion == null ? heard.now(tenant, sounding) : heard.at(tenant, sounding, occasion);
    boolean isMade = which instanceof Which.Published && voice == null;
    byte[] sound = isMade ? made(tenant, then, id) : make(tenant, then);
    String tag = '"' + greetings.digest(tenant, then) + '"';
    if (tag.equals(known)) {
      return HttpResponse.<byte[]>notModified().header(HttpHeaders.ETAG, tag);
    }
    return HttpResponse.ok(WaveFile.of(sound))
        .contentType(MediaType.of("audio/wav"))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  private ReceptionistConfig speakingAs(ReceptionistConfig receptionist, String voice) {
    var speaking = receptionist.speakingAs(voice);
    if (!ensembles.of(speaking).voice().equals(voice)) {
      throw new RequestException.Rejected("/voice", "is no voice of its model's");
    }
    return speaking;
  }

  private byte[] made(TenantId tenant, ReceptionistConfig heard, UUID receptionist) {
    return greetings
        .sound(tenant, heard)
        .orElseThrow(
            () -> new RequestException.NotFound("recorded greeting of receptionist", receptionist));
  }

  private byte[] make(TenantId tenant, ReceptionistConfig heard) {
    try {
      return greetings.make(tenant, heard);
    } catch (IllegalStateException e) {
      throw new RequestException.UpstreamFailed("The greeting could not be spoken just now.", e);
    }
  }
}
