package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// One call a second and account is dialled; more are queued.
/// Source: https://www.twilio.com/docs/voice/api/call-resource
final class CallRate {
  private static final Duration APART = Duration.ofSeconds(1);

  private final Map<String, Instant> next = new HashMap<>();

  /// How long the account's next call waits.
  synchronized Duration waiting(String accountSid, Instant now) {
    var free = next.getOrDefault(accountSid, now);
    var turn = free.isBefore(now) ? now : free;
    next.put(accountSid, turn.plus(APART));
    return Duration.between(now, turn);
  }
}
