package io.frontdesk.access.link;

import java.time.Duration;

/// What a mailed link is good for.
public enum Purpose {
  RESET_PASSWORD(Duration.ofHours(1)),
  CONFIRM_ADDRESS(Duration.ofDays(3)),
  /// Gives a person the address back from which somebody moved them away.
  KEEP_ADDRESS(Duration.ofDays(7));

  private final Duration lifetime;

  Purpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }
}
