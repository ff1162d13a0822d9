package io.frontdesk.conversation;

import java.time.Instant;

/// The receptionist takes leave.
/// @param limit when the line is closed even if the goodbye has not been heard
/// @param suspended whether the caller had something more to say
record Ending(EndReason reason, Instant limit, boolean suspended) {
  Ending suspend() {
    return new Ending(reason, limit, true);
  }
}
