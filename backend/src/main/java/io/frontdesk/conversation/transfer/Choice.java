package io.frontdesk.conversation.transfer;

/// What came of looking for somebody to hand a caller over to.
public sealed interface Choice {
  /// They will be rung.
  record Chosen(Transfer transfer) implements Choice {}

  /// They would be rung, if this were not a test call.
  record Practice(String name) implements Choice {}

  /// Who was asked for is not there now.
  ///
  /// @param instead who is
  record Away(String wanted, String instead) implements Choice {}

  /// Nobody is there now.
  record Nobody() implements Choice {}
}
