package io.frontdesk.voice.turnbased;

import io.frontdesk.call.audio.AudioLinks;
import io.frontdesk.call.audio.Sound;
import io.frontdesk.twilio.Talk.Spoken;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.SpokenSentences;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is said, in the voice that the receptionist has chosen: sound of ours for the carrier to
/// play, or, where there is none, words for it to read out.
@Singleton
class OwnVoice {
  private static final Logger LOG = LoggerFactory.getLogger(OwnVoice.class);

  /// Longer than a caller stays at one answer, however often it is repeated.
  private static final Duration VALID = Duration.ofMinutes(30);

  /// The address tells the words, and must not be longer than servers take.
  private static final int MOST_BYTES = 2000;

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SpokenSentences sentences;
  private final AudioLinks links;
  private final WebhookUrls urls;
  private final Duration patience;

  /// @param patience for how long the voice may be in the making: a caller waits for it, and Twilio
  /// for no more than a few seconds
  OwnVoice(
      SpokenSentences sentences,
      AudioLinks links,
      WebhookUrls urls,
      @Property(name = "voice.patience.voice", defaultValue = "3s") Duration patience) {
    this.sentences = sentences;
    this.links = links;
    this.urls = urls;
    this.patience = patience;
  }

  /// @param language in which the carrier reads out, if it has to
  Spoken of(CallInHand hand, String text, Locale language) {
    return speech(hand, text)
        .filter(_ -> text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES)
        .filter(_ -> isMade(hand, text))
        .<Spoken>map(speech -> new Spoken.Sound(urls.of(links.path(hand.tenant(), speech, VALID))))
        .orElseGet(() -> new Spoken.Words(text, language));
  }

  private Optional<Sound> speech(CallInHand hand, String text) {
    UUID receptionist = hand.call().receptionistId();
    Integer version = hand.call().receptionistVersion();
    return receptionist == null || version == null
        ? Optional.empty()
        : sentences
            .digest(hand.tenant(), hand.receptionist(), text)
            .map(
                digest ->
                    new Sound.Speech(
                        digest,
                        receptionist,
                        version,
                        hand.receptionist().languages().getFirst(),
                        text));
  }

  /// What comes later is there when it is said again.
  private boolean isMade(CallInHand hand, String text) {
    try {
      return CompletableFuture.supplyAsync(
              () -> sentences.sound(hand.tenant(), hand.receptionist(), text), threads)
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join()
          .isPresent();
    } catch (RuntimeException e) {
      LOG.warn("An answer is read out by the carrier: {}", e.toString());
      return false;
    }
  }
}
