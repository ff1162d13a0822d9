package io.frontdesk.fact.said;

/// What came of what somebody said.
public sealed interface Understood {
  /// It can be stored.
  ///
  /// @param value as programs write it, for example `tom@example.com` or `+12125550120`
  /// @param aloud the same as it is read back to the caller
  record Value(String value, String aloud) implements Understood {}

  /// It cannot be stored as it is.
  ///
  /// @param question gets something better from the caller
  record Unclear(String question) implements Understood {}
}
