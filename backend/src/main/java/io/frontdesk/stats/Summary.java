package io.frontdesk.stats;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a time's calls add up to.
///
/// @param period `7d`, `30d` or `90d`; null when the time was given by `from` and `to`
/// @param total of the time asked about
/// @param previous of as many days before, to compare with
@Introspected
record Summary(
    @Nullable String period,
    Instant from,
    Instant to,
    ZoneId timeZone,
    @JsonUnwrapped Totals total,
    Previous previous) {

  /// The time before.
  @Introspected
  record Previous(Instant from, Instant to, @JsonUnwrapped Totals total) {}
}
