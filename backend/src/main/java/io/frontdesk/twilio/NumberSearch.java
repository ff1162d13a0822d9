package io.frontdesk.twilio;

import org.jspecify.annotations.Nullable;

/// Which numbers are asked for.
///
/// @param country ISO 3166, for example `US`
/// @param areaCode North American; null for any
/// @param contains digits, letters as on a keypad, `*` for any digit; null for any
public record NumberSearch(
    String country, NumberType type, @Nullable Integer areaCode, @Nullable String contains) {
  /// Any number of people's own area in `country`.
  public static NumberSearch in(String country) {
    return new NumberSearch(country, NumberType.LOCAL, null, null);
  }
}
