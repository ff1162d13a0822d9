package io.frontdesk.sandbox.audio;

/// What a listener makes out in a stream of sound, in the order of the sound.
public sealed interface Heard {
  /// An utterance begins.
  record Started(int utterance) implements Heard {}

  /// The next words of the open utterance; U+FFFD stands where sound was lost, repeated, moved or
  /// damaged.
  record Words(int utterance, String text) implements Heard {}

  /// The utterance is over.
  /// @param whole whether its very end was heard; false if it was cut short
  record Ended(int utterance, boolean whole) implements Heard {}
}
