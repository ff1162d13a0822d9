package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that a TwiML document tells the call to do.
/// Source: https://www.twilio.com/docs/voice/twiml
sealed interface Verb {

  /// Speak.
  ///
  /// @param loop how often; 0 = until the call ends
  record Say(String text, int loop) implements Verb {}

  /// Play a sound file.
  ///
  /// @param url may be relative to the document's
  /// @param loop how often; 0 = until the call ends
  record Play(String url, int loop) implements Verb {}

  /// Wait; before the call is answered it keeps ringing meanwhile.
  record Pause(Duration length) implements Verb {}

  /// Hand the call's sound to a server until the stream ends.
  ///
  /// @param action asked for the next document when it has ended; null = go on with the next verb
  record Connect(@Nullable String action, String method, Stream stream) implements Verb {}

  /// Where the sound goes.
  ///
  /// @param url verbatim, because it is signed so
  record Stream(
      String url,
      @Nullable String name,
      Map<String, String> parameters,
      @Nullable String statusCallback,
      String statusCallbackMethod) {}

  /// Go on with another document.
  ///
  /// @param url empty = the same one again
  record Redirect(String url, String method) implements Verb {}

  /// End the call.
  record Hangup() implements Verb {}

  /// Do not answer; ends the call if it was answered before.
  record Reject(boolean busy) implements Verb {}

  /// A verb that cannot be carried out; the call goes on with the next.
  record Failing(Twiml.Warning warning) implements Verb {}
}
