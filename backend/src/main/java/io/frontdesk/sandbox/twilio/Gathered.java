package io.frontdesk.sandbox.twilio;

/// What came of listening.
sealed interface Gathered {

  /// Keys were pressed.
  ///
  /// @param digits without the one that ended it
  /// @param finishedOn the key that ended it; empty if none did
  record Keys(String digits, String finishedOn) implements Gathered {}

  /// Something was said.
  ///
  /// @param whole whether every word came through
  record Speech(String words, boolean whole) implements Gathered {}

  /// Nothing was.
  record Nothing() implements Gathered {}
}
