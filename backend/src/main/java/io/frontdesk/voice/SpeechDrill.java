package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.exchange.SpokenTurns;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tries on a test call whether a model listens and speaks for it: with the very session that a
/// caller would have.
@Singleton
class SpeechDrill {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Preparation preparation;
  private final SpeechBooth booth;
  private final SpokenTurns turns;

  SpeechDrill(Preparation preparation, SpeechBooth booth, SpokenTurns turns) {
    this.preparation = preparation;
    this.booth = booth;
    this.turns = turns;
  }

  /// @param tookMs until something could be heard
  record Said(String words, long tookMs) {}

  /// Has the model say what callers hear first.
  ///
  /// @throws RuntimeException if it does not
  Said tryOut(CallInHand hand) {
    TenantId tenant = hand.tenant();
    UUID call = hand.call().id();
    PreparedCall prepared =
        preparation
            .prepare(tenant, call, () -> Optional.of(TestCalls.accountSid(tenant)))
            .orElseThrow();
    String opening = hand.opening();
    Said said =
        booth.say(
            prepared.model(),
            prepared.session(),
            opening,
            PATIENCE,
            (take, _) ->
                new Said(
                    take.spoken().isBlank() ? opening : take.spoken(),
                    take.untilFirstSound().toMillis()));
    turns.receptionist(tenant, call, said.words(), List.of());
    return said;
  }
}
