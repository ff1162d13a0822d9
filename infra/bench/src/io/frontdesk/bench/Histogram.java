package io.frontdesk.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// How often each length of time was seen, to the microsecond; what is longer than 200 ms counts as
/// that. Of one thread only.
final class Histogram {
  /// Longer times count as this, in milliseconds.
  static final int MOST_MS = 200;

  private static final int MOST_US = MOST_MS * 1000;

  private final int[] counts = new int[MOST_US + 1];
  private long total;

  void add(long nanos) {
    long us = TimeUnit.NANOSECONDS.toMicros(nanos);
    counts[Math.clamp(us, 0, MOST_US)]++;
    total++;
  }

  void addAll(Histogram other) {
    for (int us = 0; us <= MOST_US; us++) {
      counts[us] += other.counts[us];
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  /// The time, in milliseconds, that this share of all stayed within; NaN if there is none.
  double quantile(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    long wanted = (long) Math.ceil(share * total);
    long seen = 0;
    for (int us = 0; us <= MOST_US; us++) {
      seen += counts[us];
      if (seen >= wanted && seen > 0) {
        return us / 1000.0;
      }
    }
    return MOST_US / 1000.0;
  }
}
