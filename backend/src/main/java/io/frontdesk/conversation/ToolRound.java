package io.frontdesk.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tools that are running. The model goes on when all of them are done.
/// @param seen the ids of all calls so far: each is run once
/// @param quietSince since when the caller hears nothing because of them; null while that is not so
/// @param excused whether the caller was asked to wait for them
/// @param confirms whether something was done that the caller must hear of
record ToolRound(
    Set<String> seen,
    List<String> running,
    @Nullable Instant quietSince,
    boolean excused,
    boolean confirms) {
  static final ToolRound NONE = new ToolRound(Set.of(), List.of(), null, false, false);

  boolean isDone() {
    return running.isEmpty();
  }

  boolean knows(FunctionCall call) {
    return seen.contains(call.callId());
  }

  ToolRound with(FunctionCall call) {
    var ids = new HashSet<>(seen);
    ids.add(call.callId());
    var all = new ArrayList<>(running);
    all.add(call.callId());
    return new ToolRound(Set.copyOf(ids), List.copyOf(all), quietSince, excused, confirms);
  }

  boolean isRunning(String callId) {
    return running.contains(callId);
  }

  ToolRound without(String callId) {
    List<String> rest = running.stream().filter(other -> !other.equals(callId)).toList();
    return rest.isEmpty() ? givenUp() : new ToolRound(seen, rest, quietSince, excused, confirms);
  }

  /// As if all of them were done.
  ToolRound givenUp() {
    return new ToolRound(seen, List.of(), null, false, false);
  }

  /// Notes whether all the caller hears is that they run.
  ToolRound heard(boolean quiet, Instant now) {
    if (quiet == (quietSince != null)) {
      return this;
    }
    return new ToolRound(seen, running, quiet ? now : null, excused, confirms);
  }

  ToolRound confirming(boolean also) {
    return new ToolRound(seen, running, quietSince, excused, confirms || also);
  }

  ToolRound excuse() {
    return new ToolRound(seen, running, quietSince, true, confirms);
  }
}
