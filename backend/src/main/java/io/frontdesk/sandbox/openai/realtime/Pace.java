package io.frontdesk.sandbox.openai.realtime;

import java.time.Duration;

/// How quick the model is.
///
/// @param thinking from a response's creation to its first output
/// @param transcription from the end of a turn to its transcript
/// @param speed how much faster than real time it speaks
/// @param sessionLimit after which a session ends
public record Pace(Duration thinking, Duration transcription, int speed, Duration sessionLimit) {
  /// About as quick as the real one on a good day.
  public static final Pace USUAL =
      new Pace(Duration.ofMillis(200), Duration.ofMillis(300), 8, Duration.ofMinutes(60));

  /// The same with sessions that end after this time.
  public Pace within(Duration limit) {
    return new Pace(thinking, transcription, speed, limit);
  }
}
