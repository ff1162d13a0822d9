package io.frontdesk.conversation;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The receptionist takes leave.
/// @param limit when the line is closed even if the goodbye has not been heard
/// @param suspended whether the caller had something more to say
/// @param meanwhile what the caller has begun to say since
/// @param firm whether it is not called off because the caller speaks up
record Ending(
    EndReason reason, Instant limit, boolean suspended, Set<String> meanwhile, boolean firm) {
  Ending {
    meanwhile = Set.copyOf(meanwhile);
  }

  Ending(EndReason reason, Instant limit) {
    this(reason, limit, false, Set.of(), false);
  }

  Ending suspend() {
    return new Ending(reason, limit, true, meanwhile, firm);
  }

  Ending hearing(String itemId) {
    var items = new HashSet<>(meanwhile);
    items.add(itemId);
    return new Ending(reason, limit, suspended, items, firm);
  }

  Ending firmly() {
    return new Ending(reason, limit, suspended, meanwhile, true);
  }
}
