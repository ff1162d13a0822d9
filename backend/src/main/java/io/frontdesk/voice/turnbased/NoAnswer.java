package io.frontdesk.voice.turnbased;

import org.jspecify.annotations.Nullable;

/// The models have nothing to say to a caller.
final class NoAnswer extends RuntimeException {
  NoAnswer(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
