package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What is wrong with a client event. It becomes an `error` event; the session goes on.
final class EventError extends RuntimeException {
  private final String code;
  private final @Nullable String param;

  /// An invalid request.
  /// @param param the path of the bad field, null if the error is not about one
  EventError(String code, String message, @Nullable String param) {
    super(message);
    this.code = code;
    this.param = param;
  }

  static EventError invalidValue(String path, String message) {
    return new EventError("invalid_value", message, path);
  }

  static EventError invalidType(String path, String expected, String got) {
    return new EventError(
        "invalid_type",
        "Invalid type for '%s': expected %s, but got %s instead.".formatted(path, expected, got),
        path);
  }

  static EventError missing(String path) {
    String message = "Missing required parameter: '%s'.".formatted(path);
    return new EventError("missing_required_parameter", message, path);
  }

  static EventError unknown(String path) {
    return new EventError("unknown_parameter", "Unknown parameter: '%s'.".formatted(path), path);
  }

  String code() {
    return code;
  }

  /// The `error` object.
  /// @param eventId the client event's own id, null if it had none
  ObjectNode json(@Nullable String eventId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "invalid_request_error")
        .put("code", code)
        .put("message", getMessage())
        .put("param", param)
        .put("event_id", eventId);
  }
}
