package io.frontdesk.catalogue;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a model takes for a while. A token's price in millionths is a million tokens' price.
///
/// @param from the first day on which it holds; null for the model's first
/// @param until the last day; null while no other is known
/// @param textIn for a million tokens; 0 where nothing is taken for them
/// @param audioMinute for a minute of sound that is written down
@Introspected
public record ModelPrice(
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    BigDecimal textIn,
    BigDecimal textCached,
    BigDecimal textOut,
    BigDecimal audioIn,
    BigDecimal audioCached,
    BigDecimal audioOut,
    BigDecimal audioMinute) {

  /// A price that takes nothing for what a file leaves out.
  public ModelPrice {
    textIn = orNothing(textIn);
    textCached = orNothing(textCached);
    textOut = orNothing(textOut);
    audioIn = orNothing(audioIn);
    audioCached = orNothing(audioCached);
    audioOut = orNothing(audioOut);
    audioMinute = orNothing(audioMinute);
  }

  boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  private static BigDecimal orNothing(@Nullable BigDecimal price) {
    return price == null ? BigDecimal.ZERO : price;
  }
}
