package io.frontdesk.sandbox.openai.mind;

/// Whether the model may call functions.
public sealed interface ToolChoice {
  /// As it sees fit.
  record Auto() implements ToolChoice {}

  /// It must not.
  record None() implements ToolChoice {}

  /// It must call one.
  record Required() implements ToolChoice {}

  /// It must call this one.
  record Function(String name) implements ToolChoice {}
}
