package io.frontdesk.voice.elevenlabs;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.RequestException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// The voices that greetings may be recorded in, besides the receptionist's own.
@Controller("/api/v1/greeting-voices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class GreetingVoiceController {
  private final ElevenLabs elevenLabs;

  GreetingVoiceController(ElevenLabs elevenLabs) {
    this.elevenLabs = elevenLabs;
  }

  /// The voices of the business's account at ElevenLabs, all on one page; none while no account is
  /// connected.
  @Get
  Page<GreetingVoice> list(TenantId tenant) {
    try {
      return new Page<>(elevenLabs.voices(tenant).orElse(List.of()), null);
    } catch (IllegalStateException e) {
      throw new RequestException.UpstreamFailed(
          "ElevenLabs does not tell its voices. Test the account that is connected.", e);
    }
  }
}
