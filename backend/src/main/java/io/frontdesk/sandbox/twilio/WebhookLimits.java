package io.frontdesk.sandbox.twilio;

import java.time.Duration;

/// How long a webhook may take when its URL says nothing else.
///
/// @param connect to reach the server
/// @param read for its answer
/// @param total for all attempts together
public record WebhookLimits(Duration connect, Duration read, Duration total) {
  /// Twilio's.
  public static final WebhookLimits TWILIO =
      new WebhookLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15));
}
