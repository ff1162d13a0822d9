package io.frontdesk.sandbox.openai.mind;

/// One step of a conversation, as the model remembers it.
public sealed interface Message {
  /// What the caller said or typed; empty if sound came without words. U+FFFD stands where it was
  /// garbled.
  record Caller(String text) implements Message {}

  /// What the model said, as far as it was heard; empty if nothing of it was.
  record Said(String text) implements Message {}

  /// What the operator of the model told it on the way.
  record Note(String text) implements Message {}

  /// A function the model called.
  record Called(String callId, String name) implements Message {}

  /// What a function gave back.
  record Returned(String callId, String output) implements Message {}
}
