package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose turn it is to speak.
/// @param callerItem what the caller is saying; null if nothing
/// @param callerSince when the caller began to say it, or what was said last
/// @param replyDueSince since when the model owes the caller an answer; null if it does not
/// @param insists whether the caller has spoken for long enough to be yielded to
record Floor(
    @Nullable String callerItem,
    @Nullable Instant callerSince,
    @Nullable Instant replyDueSince,
    boolean insists) {
  static final Floor FREE = new Floor(null, null, null, false);

  boolean isFree() {
    return callerItem == null && replyDueSince == null;
  }

  boolean isCallers() {
    return callerItem != null;
  }

  /// Whether the caller is speaking and must be let speak.
  boolean isDemanded() {
    return isCallers() && insists;
  }

  Floor demanded() {
    return new Floor(callerItem, callerSince, replyDueSince, true);
  }

  /// The caller's turn is over; whether it is answered is ours to say.
  Floor free() {
    return new Floor(null, callerSince, null, false);
  }

  Floor taken(String itemId, Instant at) {
    return new Floor(itemId, at, null, false);
  }

  Floor given(String itemId, Instant at) {
    return itemId.equals(callerItem) ? new Floor(null, callerSince, at, insists) : this;
  }

  /// The caller's turn counts, so an answer is due even if its start or its end was never told.
  Floor replyDue(Instant at) {
    return replyDueSince == null ? new Floor(null, callerSince, at, insists) : this;
  }

  Floor replying() {
    return new Floor(callerItem, callerSince, null, insists);
  }
}
