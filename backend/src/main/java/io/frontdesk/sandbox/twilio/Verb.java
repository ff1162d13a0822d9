package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that a TwiML document tells the call to do.
/// Source: https://www.twilio.com/docs/voice/twiml
sealed interface Verb {

  /// Something that the caller hears.
  sealed interface Prompt extends Verb {}

  /// Speak.
  ///
  /// @param loop how often; 0 = until the call ends
  record Say(String text, int loop) implements Prompt {}

  /// Play a sound file.
  ///
  /// @param url may be relative to the document's
  /// @param loop how often; 0 = until the call ends
  record Play(String url, int loop) implements Prompt {}

  /// Sound as keys do that are pressed.
  ///
  /// @param keys `0`-`9`, `A`-`D`, `*`, `#`; `w` waits for half a second, `W` for one
  record PressKeys(String keys) implements Prompt {}

  /// Wait; before the call is answered it keeps ringing meanwhile.
  record Pause(Duration length) implements Prompt {}

  /// Hear what the caller says or presses, and ask for the next document with it.
  ///
  /// @param prompts heard meanwhile
  /// @param action null = this document's own URL
  /// @param timeout without a word or key, or after a key
  /// @param speechTimeout of silence after words
  /// @param finishOnKey any of these keys ends it; may be empty
  /// @param numDigits so many keys end it; 0 = any number
  /// @param actionOnEmptyResult whether the action is asked though there was nothing
  /// @param bargeIn whether words end the prompts, as keys do
  /// @param partial told of words while they are spoken; null = nobody is
  record Gather(
      List<Prompt> prompts,
      boolean keys,
      boolean speech,
      @Nullable String action,
      String method,
      Duration timeout,
      Duration speechTimeout,
      Duration maxSpeech,
      String finishOnKey,
      int numDigits,
      boolean actionOnEmptyResult,
      boolean bargeIn,
      @Nullable Callback partial)
      implements Verb {}

  /// A URL that is told something, as it stands in the document.
  record Callback(String url, String method) {}

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
