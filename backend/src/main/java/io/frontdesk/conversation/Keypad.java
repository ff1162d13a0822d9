package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The keys that the caller has pressed and may go on pressing.
/// @param lastAt when the last of them was pressed; null if there are none
record Keypad(String keys, @Nullable Instant lastAt) {
  static final Keypad EMPTY = new Keypad("", null);

  boolean isEmpty() {
    return keys.isEmpty();
  }

  Keypad pressed(char key, Instant at) {
    return new Keypad(keys + key, at);
  }

  /// Whether the caller has said with `#` that this is all.
  boolean isComplete() {
    return keys.endsWith("#");
  }
}
