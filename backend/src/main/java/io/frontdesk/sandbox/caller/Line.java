package io.frontdesk.sandbox.caller;

import java.time.Duration;

/// Something a caller says or presses.
///
/// @param words what is said; may be empty if keys are pressed
/// @param keys what is pressed on the keypad after the words; empty for nothing
/// @param pause silence before it
/// @param then what the caller does afterwards
public record Line(String words, String keys, Duration pause, Then then) {

  /// What follows a line.
  public sealed interface Then {}

  /// The caller listens.
  public record Listen() implements Then {}

  /// The caller hangs up.
  public record HangUp() implements Then {}

  /// The caller hangs up in the middle of the word after so many.
  public record HangUpInWord(int wordsBefore) implements Then {}

  static Line said(String words) {
    return new Line(words, "", Duration.ZERO, new Listen());
  }

  Line with(Then next) {
    return new Line(words, keys, pause, next);
  }

  Line pressing(String more) {
    return new Line(words, more, pause, then);
  }

  Line saying(String other) {
    return new Line(other, keys, pause, then);
  }

  Line after(Duration silence) {
    return new Line(words, keys, silence, then);
  }

  static Line pressed(String keys) {
    return new Line("", keys, Duration.ZERO, new Listen());
  }
}
