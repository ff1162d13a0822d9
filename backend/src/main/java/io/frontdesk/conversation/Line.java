package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the call's line stands.
/// @param leftAt when we decided to close it
record Line(@Nullable Instant openedAt, @Nullable Instant leftAt, @Nullable Instant closedAt) {
  static final Line WAITING = new Line(null, null, null);

  /// Whether words can be exchanged.
  boolean isOpen() {
    return openedAt != null && leftAt == null && closedAt == null;
  }

  boolean isLeft() {
    return leftAt != null || closedAt != null;
  }

  boolean isClosed() {
    return closedAt != null;
  }

  Line opened(Instant at) {
    return openedAt == null ? new Line(at, leftAt, closedAt) : this;
  }

  Line left(Instant at) {
    return new Line(openedAt, at, closedAt);
  }

  Line closed(Instant at) {
    return closedAt == null ? new Line(openedAt, leftAt, at) : this;
  }
}
