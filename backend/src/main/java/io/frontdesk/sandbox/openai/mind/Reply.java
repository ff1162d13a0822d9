package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the model does next.
public sealed interface Reply {
  /// Says these words.
  record Say(String text) implements Reply {}

  /// Calls a function.
  record Call(String name, ObjectNode arguments) implements Reply {}
}
