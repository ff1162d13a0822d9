package io.frontdesk.voice;

import io.frontdesk.call.Latency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How quick the receptionist is on one call. Times are milliseconds on any clock that only goes
/// forward.
final class LatencyMeter {
  private final int silenceMs;
  private final List<Integer> replies = new ArrayList<>();
  private @Nullable Long startedMs;
  private @Nullable Integer firstWordMs;
  private @Nullable Long silentSinceMs;

  /// @param silenceMs how long the model waits before it tells that the caller is silent
  LatencyMeter(int silenceMs) {
    this.silenceMs = silenceMs;
  }

  void started(long nowMs) {
    startedMs = nowMs;
  }

  void callerSpeaks() {
    silentSinceMs = null;
  }

  void callerIsSilent(long nowMs) {
    silentSinceMs = nowMs - silenceMs;
  }

  /// Sound of the receptionist's goes out.
  void spoke(long nowMs) {
    if (firstWordMs == null && startedMs != null) {
      firstWordMs = (int) (nowMs - startedMs);
    }
    if (silentSinceMs != null) {
      replies.add((int) (nowMs - silentSinceMs));
      silentSinceMs = null;
    }
  }

  Latency figures() {
    var sorted = replies.stream().sorted().toList();
    return new Latency(
        firstWordMs,
        sorted.isEmpty() ? null : sorted.get(sorted.size() / 2),
        sorted.isEmpty() ? null : sorted.getLast());
  }
}
