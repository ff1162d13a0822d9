package io.frontdesk.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tools that are running. The model goes on when all of them are done.
/// @param seen the ids of all calls so far: each is run once
record ToolRound(Set<String> seen, List<String> running) {
  static final ToolRound NONE = new ToolRound(Set.of(), List.of());

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
    return new ToolRound(Set.copyOf(ids), List.copyOf(all));
  }

  boolean isRunning(String callId) {
    return running.contains(callId);
  }

  ToolRound without(String callId) {
    return new ToolRound(seen, running.stream().filter(other -> !other.equals(callId)).toList());
  }
}
