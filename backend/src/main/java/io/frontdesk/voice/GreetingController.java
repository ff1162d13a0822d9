package io.frontdesk.voice;

import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
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

  GreetingController(Receptionists receptionists, Greetings greetings) {
    this.receptionists = receptionists;
    this.greetings = greetings;
  }

  /// The greeting of the published version, in the receptionist's own voice or the one chosen
  /// for greetings. It is made within moments of publishing; until then there is none.
  @Get
  @Produces("audio/wav")
  @ApiResponse(
      responseCode = "200",
      description = "WAVE, 16-bit linear, 8 kHz, mono",
      content =
          @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
  HttpResponse<byte[]> hear(
      TenantId tenant, UUID id, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    var published = receptionists.published(tenant, id).orElseThrow(() -> none(id));
    byte[] sound = greetings.sound(tenant, published).orElseThrow(() -> none(id));
    String tag = '"' + greetings.digest(tenant, published) + '"';
    if (tag.equals(known)) {
      return HttpResponse.<byte[]>notModified().header(HttpHeaders.ETAG, tag);
    }
    return HttpResponse.ok(WaveFile.of(sound))
        .contentType(MediaType.of("audio/wav"))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  private static RequestException none(UUID receptionist) {
    return new RequestException.NotFound("recorded greeting of receptionist", receptionist);
  }
}
