package io.frontdesk.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long nobody has said or done anything, and how often the receptionist has asked about it.
/// @param since null while somebody speaks or something is being done
record Silence(int asked, @Nullable Instant since) {
  static final Silence NONE = new Silence(0, null);

  Silence broken() {
    return new Silence(asked, null);
  }

  Silence continuing(Instant now) {
    return since == null ? new Silence(asked, now) : this;
  }

  Silence askedAgain() {
    return new Silence(asked + 1, null);
  }

  /// The caller has said something: the receptionist need not have asked.
  Silence forgotten() {
    return new Silence(0, since);
  }
}
