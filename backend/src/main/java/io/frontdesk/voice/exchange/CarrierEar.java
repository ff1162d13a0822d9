package io.frontdesk.voice.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.Usage;
import java.time.Duration;

/// What the carrier's writing down costs, which its price of the call is without.
final class CarrierEar {
  /// In the catalogue of models.
  private static final String NAME = "twilio-gather";

  /// It takes its price for each started one.
  private static final long STEP_MS = 15_000;

  private CarrierEar() {}

  /// Listening to somebody who spoke for so long, as far as anybody can tell.
  static Usage heard(Duration spoken) {
    long steps = Math.max(1, Math.ceilDiv(spoken.toMillis(), STEP_MS));
    return new Usage(
        UuidCreator.getTimeOrderedEpoch(),
        Usage.Kind.TRANSCRIPTION,
        NAME,
        ModelTokens.ofSound(steps * STEP_MS));
  }
}
