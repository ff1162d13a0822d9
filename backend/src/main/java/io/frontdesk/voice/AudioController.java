package io.frontdesk.voice;

import io.frontdesk.call.audio.AudioAnswer;
import io.frontdesk.call.audio.AudioLinks;
import io.frontdesk.call.audio.AudioLinks.Linked;
import io.frontdesk.call.audio.Sound;
import io.frontdesk.call.audio.SpokenAudio;
import io.frontdesk.call.audio.WaveFile;
import io.frontdesk.call.recording.Playbacks;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sound for whoever was given its address, while that is good: what Twilio plays to callers, and
/// what the player on a page plays.
@Controller(AudioLinks.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class AudioController {
  private static final Logger LOG = LoggerFactory.getLogger(AudioController.class);

  private final AudioLinks links;
  private final SpokenAudio spoken;
  private final SpokenSentences sentences;
  private final Receptionists receptionists;
  private final Playbacks playbacks;

  AudioController(
      AudioLinks links,
      SpokenAudio spoken,
      SpokenSentences sentences,
      Receptionists receptionists,
      Playbacks playbacks) {
    this.links = links;
    this.spoken = spoken;
    this.sentences = sentences;
    this.receptionists = receptionists;
    this.playbacks = playbacks;
  }

  /// Whatever is wrong with an address, there is nothing at it.
  @Get("/{sealed}")
  HttpResponse<?> play(HttpRequest<?> request, String sealed) {
    return links
        .read(sealed)
        .flatMap(this::find)
        .orElseThrow(() -> new RequestException.NotFound("sound at", "this address any more"))
        .to(request);
  }

  /// Another node has it, or it was thrown away since.
  private Optional<byte[]> said(TenantId tenant, Sound.Speech speech) {
    try {
      var receptionist =
          receptionists
              .holding(tenant, speech.receptionist(), speech.version())
              .speaking(speech.language());
      return sentences.sound(tenant, receptionist, speech.words());
    } catch (IllegalStateException e) {
      LOG.warn("A sentence cannot be said again: {}", e.toString());
      return Optional.empty();
    }
  }

  private Optional<AudioAnswer> find(Linked linked) {
    return switch (linked.sound()) {
      case Sound.Speech speech ->
          spoken
              .find(linked.tenant(), speech.digest())
              .or(() -> said(linked.tenant(), speech))
              .map(ulaw -> AudioAnswer.of(speech.digest(), WaveFile.of(ulaw)));
      case Sound.Recording recording -> playbacks.linked(linked.tenant(), recording.id());
    };
  }
}
