package io.frontdesk.call;

import io.micronaut.context.annotation.EachProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a model takes. A token's price in millionths is a million tokens' price.
///
/// @param model its name
/// @param textIn for a million tokens; 0 where nothing is taken for them
/// @param audioMinute for a minute of sound that is written down
@EachProperty(value = "prices.models", list = true)
record ModelPrice(
    String model,
    BigDecimal textIn,
    BigDecimal textCached,
    BigDecimal textOut,
    BigDecimal audioIn,
    BigDecimal audioCached,
    BigDecimal audioOut,
    BigDecimal audioMinute) {
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MS_A_MINUTE = BigDecimal.valueOf(60_000);

  /// @return millionths, rounded half up
  long of(ModelTokens used) {
    return times(textIn, used.textIn())
        .add(times(textCached, used.textCached()))
        .add(times(textOut, used.textOut()))
        .add(times(audioIn, used.audioIn()))
        .add(times(audioCached, used.audioCached()))
        .add(times(audioOut, used.audioOut()))
        .add(
            times(audioMinute, used.audioMs())
                .multiply(MICROS)
                .divide(MS_A_MINUTE, 6, RoundingMode.HALF_UP))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static BigDecimal times(BigDecimal price, long number) {
    return price.multiply(BigDecimal.valueOf(number));
  }
}
