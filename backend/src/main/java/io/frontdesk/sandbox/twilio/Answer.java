package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What becomes of a call to somebody's telephone.
enum Answer {
  /// Somebody, or a machine, picks up.
  PICKS_UP,
  BUSY,
  /// It rings until the caller's side gives up.
  NO_ANSWER,
  /// There is no such telephone.
  UNREACHABLE;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Answer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
