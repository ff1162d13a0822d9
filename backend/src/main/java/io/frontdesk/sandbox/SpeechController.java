package io.frontdesk.sandbox;

import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;

/// Gives a voice to whoever types on a test call. Production does not know this path.
@Controller("/api/v1/sandbox/speech")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = StandIns.class)
@Tag(name = "Sandbox")
class SpeechController {
  private static final int MOST_CHARACTERS = 500;

  private final Voice voice;

  SpeechController(StandIns standIns) {
    this.voice = standIns.voice();
  }

  /// What to say.
  ///
  /// @param utterance neighbours on one line need different ones
  @Introspected
  record Words(
      @NotBlank @Size(max = MOST_CHARACTERS) String text, @Min(0) @Max(255) int utterance) {}

  /// How it sounds.
  ///
  /// @param payload G.711 µ-law, 8 kHz, mono, in base64, in whole frames of 20 ms; the words ride
  /// in it as those of simulated callers do
  @Introspected
  record Sound(String payload) {}

  /// The words in the voice of simulated callers, for the stream of a test call.
  @Post
  Sound speak(TenantId tenant, @Valid @Body Words words) {
    byte[] ulaw = Speech.of(voice, words.text(), words.utterance()).ulaw();
    return new Sound(Base64.getEncoder().encodeToString(ulaw));
  }
}
