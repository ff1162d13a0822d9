package io.frontdesk.access.limit;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// One limit: a bucket that holds `burst` tokens and is filled up again, drop by drop.
///
/// @param name as programs see it
/// @param tokens how many flow back in `per`
record Policy(String name, int burst, int tokens, Duration per) {
  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(tokens, per))
        .build();
  }

  /// How long an empty bucket takes to be full, in whole seconds.
  long windowSeconds() {
    return secondsFor(burst);
  }

  /// How long so many tokens take to flow back, in whole seconds.
  long secondsFor(long missing) {
    return Math.ceilDiv(missing * per.toSeconds(), tokens);
  }
}
