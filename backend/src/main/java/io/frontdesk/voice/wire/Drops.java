package io.frontdesk.voice.wire;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts the messages of one socket that were left out, by reason. Not thread-safe.
public final class Drops {
  /// Why a message was left out.
  public enum Reason {
    /// Not JSON, or not with the fields that its kind must have.
    MALFORMED,
    /// Longer than any message that makes sense.
    OVERSIZED,
    /// Came twice, late, before the stream began or after it ended, or for another stream.
    OUT_OF_ORDER,
    /// Of a kind that we have no use for.
    UNKNOWN,
    /// Good, but there was no room left to keep it.
    OVERFLOWED
  }

  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

  /// Counts one more.
  public void add(Reason reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /// How many were left out for this reason.
  public long count(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /// For the log, for example `malformed 2, out_of_order 1`; empty if none was left out.
  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
