package io.frontdesk.voice;

import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.Recap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call was before its stream began.
///
/// @param turns in order
/// @param untold what was done and never spoken of
/// @param note what happened meanwhile, for the model; null if nothing did
record History(List<Turn> turns, List<ToolCall> untold, @Nullable String note) {
  private static final String LINE_BROKE =
      "[The line broke off for a moment just now: the caller may not have heard your last words.]";

  /// A history that nobody can change.
  History {
    turns = List.copyOf(turns);
    untold = List.copyOf(untold);
  }

  /// Whether the call begins with this stream.
  boolean isEmpty() {
    return turns.isEmpty() && untold.isEmpty() && note == null;
  }

  /// The index of the next turn.
  int next() {
    return turns.isEmpty() ? 0 : turns.getLast().index() + 1;
  }

  /// What a model must know of it.
  Recap recap() {
    var recap = new Recap();
    turns.forEach(recap::add);
    if (!untold.isEmpty()) {
      recap.add(
          new Turn(
              next(), Speaker.SYSTEM, "", null, false, untold, Instant.EPOCH, Instant.EPOCH, null));
    }
    if (!isEmpty()) {
      recap.happened(note == null ? LINE_BROKE : note);
    }
    return recap;
  }
}
