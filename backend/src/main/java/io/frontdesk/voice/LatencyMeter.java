package io.frontdesk.voice;

import io.frontdesk.call.Latency;
import io.frontdesk.conversation.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How quick the receptionist is on one call. Times are milliseconds on any clock that only goes
/// forward.
final class LatencyMeter {
  private final int silenceMs;
  private @Nullable Integer answerMs;
  private final Map<String, Integer> replies = new LinkedHashMap<>();
  private @Nullable Long startedMs;
  private @Nullable Integer firstWordMs;
  private @Nullable Long silentSinceMs;

  /// @param silenceMs how long the model waits before it tells that the caller is silent
  LatencyMeter(int silenceMs) {
    this.silenceMs = silenceMs;
  }

  /// @param afterMs how long ago it was asked what to do with the call
  void started(long nowMs, long afterMs) {
    startedMs = nowMs;
    answerMs = Math.toIntExact(Math.max(0, afterMs));
  }

  void callerSpeaks() {
    silentSinceMs = null;
  }

  void callerIsSilent(long nowMs) {
    silentSinceMs = nowMs - silenceMs;
  }

  /// Whether anybody waits to hear something.
  boolean waits() {
    return silentSinceMs != null || firstWordMs == null;
  }

  /// Sound of an item of the receptionist's goes out; to be asked to hold on is no reply.
  void spoke(long nowMs, String itemId) {
    if (firstWordMs == null && startedMs != null) {
      firstWordMs = (int) (nowMs - startedMs);
    }
    if (silentSinceMs != null && !Conversation.asksToHold(itemId)) {
      replies.put(itemId, (int) (nowMs - silentSinceMs));
      silentSinceMs = null;
    }
  }

  /// How long the caller waited for this item; null if the caller did not.
  @Nullable Integer reply(String itemId) {
    return replies.get(itemId);
  }

  Latency figures() {
    return Latency.of(answerMs, firstWordMs, replies.values());
  }
}
