package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Tries on a test call whether a model listens and speaks for it, with the very session that a
/// caller would have, and whether what callers hear first comes by a media stream.
@Singleton
class SpeechDrill {
  private final Preparation preparation;
  private final SpeechBooth booth;
  private final StreamDrill stream;
  private final Duration patience;

  /// @param patience until the model has said what callers hear first, and until a stream has
  SpeechDrill(
      Preparation preparation,
      SpeechBooth booth,
      StreamDrill stream,
      @Property(name = "voice.patience.drill", defaultValue = "20s") Duration patience) {
    this.preparation = preparation;
    this.booth = booth;
    this.stream = stream;
    this.patience = patience;
  }

  /// @param words that came by the stream
  /// @param tookMs until something of the model could be heard
  /// @param streamMs from the handshake of the stream until something came by it
  record Said(String words, long tookMs, long streamMs) {}

  /// Has the model say what callers hear first, and hears the same on a stream.
  ///
  /// @throws RuntimeException if it does not
  Said tryOut(CallInHand hand) {
    TenantId tenant = hand.tenant();
    UUID call = hand.call().id();
    PreparedCall prepared =
        preparation
            .prepare(tenant, call, () -> Optional.of(TestCalls.accountSid(tenant)))
            .orElseThrow();
    long tookMs =
        booth.say(
            prepared.model(),
            prepared.session(),
            hand.opening(),
            patience,
            (take, _) -> take.untilFirstSound().toMillis());
    StreamDrill.Heard heard = stream.tryOut(tenant, hand.call(), patience);
    return new Said(heard.words(), tookMs, heard.tookMs());
  }
}
