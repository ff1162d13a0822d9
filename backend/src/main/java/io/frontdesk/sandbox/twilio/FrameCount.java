package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// What went over the media streams of one call. Safe for many threads.
final class FrameCount {
  /// What is counted.
  enum Kind {
    /// Frames of the caller's sound that were sent.
    SENT,
    /// Frames that were not sent because the server did not keep up.
    LOST,
    /// Frames that were sent more than 20 ms late.
    LATE,
    /// Messages with sound that came in.
    RECEIVED,
    /// Bytes of sound that came in.
    RECEIVED_BYTES,
    /// Marks that came in.
    MARKS,
    /// Marks that were echoed.
    ECHOES,
    /// Clears that came in.
    CLEARS,
    /// Bytes of sound that they kept from being heard.
    CLEARED_BYTES,
    /// Messages that came in and made no sense.
    REFUSED
  }

  private final Map<Kind, AtomicLong> counts = new EnumMap<>(Kind.class);

  FrameCount() {
    for (var kind : Kind.values()) {
      counts.put(kind, new AtomicLong());
    }
  }

  void count(Kind kind) {
    count(kind, 1);
  }

  void count(Kind kind, long more) {
    counter(kind).addAndGet(more);
  }

  long of(Kind kind) {
    return counter(kind).get();
  }

  private AtomicLong counter(Kind kind) {
    return java.util.Objects.requireNonNull(counts.get(kind));
  }

  JsonNode json() {
    var json = Json.object();
    counts.forEach(
        (kind, count) -> json.put(kind.name().toLowerCase(java.util.Locale.ROOT), count.get()));
    return json;
  }
}
