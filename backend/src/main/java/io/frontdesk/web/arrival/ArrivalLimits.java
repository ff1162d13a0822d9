package io.frontdesk.web.arrival;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long clients may take to send a request, however steadily they drip.
///
/// @param headersWithin from a request's first byte to the end of its headers
/// @param bodyWithin from there to the end of a body of at most a megabyte
/// @param slowest how many bytes a second are expected of what a larger one has beyond that
@ConfigurationProperties("arrival")
record ArrivalLimits(
    @Bindable(defaultValue = "10s") Duration headersWithin,
    @Bindable(defaultValue = "30s") Duration bodyWithin,
    @Bindable(defaultValue = "50000") long slowest) {
  private static final long USUAL_BYTES = 1_000_000;

  /// More than any body may have is not waited for either.
  private static final long MOST_BYTES = 10 * USUAL_BYTES;

  /// How long a body may take that is said to have so many bytes.
  Duration bodyWithin(long bytes) {
    long beyond = Math.clamp(bytes - USUAL_BYTES, 0, MOST_BYTES);
    return bodyWithin.plusSeconds(beyond / slowest);
  }
}
