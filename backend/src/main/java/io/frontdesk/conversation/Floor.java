package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose turn it is to speak.
/// @param callerItem what the caller is saying; null if nothing
/// @param callerSince when the caller began to say it, or what was said last
/// @param replyDueSince since when the model owes the caller an answer; null if it does not
record Floor(
    @Nullable String callerItem, @Nullable Instant callerSince, @Nullable Instant replyDueSince) {
  static final Floor FREE = new Floor(null, null, null);

  boolean isFree() {
    return callerItem == null && replyDueSince == null;
  }

  boolean isCallers() {
    return callerItem != null;
  }

  Floor taken(String itemId, Instant at) {
    return new Floor(itemId, at, null);
  }

  Floor given(String itemId, Instant at) {
    return itemId.equals(callerItem) ? new Floor(null, callerSince, at) : this;
  }

  /// The caller's turn counts, so an answer is due even if its start or its end was never told.
  Floor replyDue(Instant at) {
    return replyDueSince == null ? new Floor(null, callerSince, at) : this;
  }

  Floor replying() {
    return new Floor(callerItem, callerSince, null);
  }
}
