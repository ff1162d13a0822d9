package io.frontdesk.sandbox.twilio;

import java.time.Instant;
import java.util.List;

/// What became of one webhook.
///
/// @param kind why it was sent: `voice`, `fallback`, `status_callback`, …
/// @param url as it was asked, without overrides
/// @param token its `I-Twilio-Idempotency-Token`, the same for all attempts
record WebhookRun(
    String kind, String method, String url, String token, List<Attempt> attempts, Outcome outcome) {

  /// One try.
  ///
  /// @param status 0 if there was no answer
  /// @param problem `ct`, `rt`, `4xx`, `5xx`; empty if there was none
  record Attempt(Instant at, int status, String problem, long millis) {}

  /// The end of all tries.
  sealed interface Outcome {}

  /// The server answered with 2xx.
  ///
  /// @param contentType in lower case, without parameters; empty if none was given
  record Answered(int status, String contentType, String body) implements Outcome {}

  /// There was no answer that counts.
  ///
  /// @param code Twilio's error, for example 11200
  record Failed(int code, String message) implements Outcome {}
}
