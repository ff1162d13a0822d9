package io.frontdesk.conversation.tool;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a tool is told, checked against its [Parameters].
record Arguments(Map<String, String> values) {
  Arguments {
    values = Map.copyOf(values);
  }

  /// The value of a required parameter.
  String get(String parameter) {
    return Objects.requireNonNull(values.get(parameter), parameter);
  }

  /// The value of an optional parameter.
  Optional<String> find(String parameter) {
    return Optional.ofNullable(values.get(parameter));
  }
}
