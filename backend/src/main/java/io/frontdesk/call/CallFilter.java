package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for; what is null does not narrow the list.
///
/// @param q a part of the caller's name, of the summary or of a number
@Introspected
record CallFilter(
    @QueryValue @Nullable CallState state,
    @QueryValue @Nullable Direction direction,
    @QueryValue @Nullable Outcome outcome,
    @QueryValue @Nullable String from,
    @QueryValue @Nullable String to,
    @QueryValue("lead_id") @Nullable UUID leadId,
    @QueryValue @Nullable String q) {
  /// @throws RequestException.Rejected if it is not a number
  @Nullable E164 fromNumber() {
    return number("/from", from);
  }

  /// @throws RequestException.Rejected if it is not a number
  @Nullable E164 toNumber() {
    return number("/to", to);
  }

  /// An unescaped `+` arrives as a blank.
  private static @Nullable E164 number(String pointer, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String written = text.strip();
    return E164.of(written.startsWith("+") ? written : "+" + written)
        .orElseThrow(
            () ->
                new RequestException.Rejected(
                    pointer, "must be a number with its country code, such as +14155550100"));
  }
}
