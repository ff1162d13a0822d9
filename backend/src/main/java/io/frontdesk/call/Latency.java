package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How quick the receptionist was, in milliseconds; null where it never came to it.
///
/// @param answerMs from the telephone company's question to the open line
/// @param firstWordMs from the stream's start to the first word played
/// @param replyMedianMs from the caller's last word to the answer's first, half of the times
/// @param replyP95Ms the same, 95 of 100 times
/// @param replySlowestMs the same, at worst
@Introspected
public record Latency(
    @Nullable Integer answerMs,
    @Nullable Integer firstWordMs,
    @Nullable Integer replyMedianMs,
    @Nullable @JsonProperty("reply_p95_ms") Integer replyP95Ms,
    @Nullable Integer replySlowestMs) {
  /// The figures of a call on which callers waited so long for answers.
  public static Latency of(
      @Nullable Integer answerMs, @Nullable Integer firstWordMs, Collection<Integer> repliesMs) {
    var sorted = repliesMs.stream().sorted().toList();
    return new Latency(
        answerMs, firstWordMs, share(sorted, 50), share(sorted, 95), share(sorted, 100));
  }

  /// What so many of a hundred do not exceed; null if there are none.
  private static @Nullable Integer share(List<Integer> sorted, int percent) {
    return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }

  /// The figures of a call, of which one stream tells only what was its own.
  ///
  /// @param first of its first stream; null if nobody has told
  /// @param turns all that was said
  static @Nullable Latency over(@Nullable Latency first, List<Turn> turns) {
    var replies = turns.stream().map(Turn::replyMs).flatMap(Stream::ofNullable).toList();
    if (replies.isEmpty()) {
      return first;
    }
    return first == null ? of(null, null, replies) : of(first.answerMs, first.firstWordMs, replies);
  }
}
