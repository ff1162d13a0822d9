package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// Call somebody and join them to the call.
  ///
  /// @param action asked for the next document when that is over; null = go on with the next verb
  /// @param timeout how long it rings
  /// @param timeLimit how long they may talk
  /// @param callerId the number that is shown; null = the caller's own
  /// @param answerOnBridge whether the caller's own call is answered only then
  /// @param taping null = it is not recorded
  /// @param sequential whether one number after the other is tried
  record Dial(
      List<Called> numbers,
      @Nullable String action,
      String method,
      Duration timeout,
      Duration timeLimit,
      boolean hangupOnStar,
      @Nullable String callerId,
      boolean answerOnBridge,
      boolean sequential,
      @Nullable Taping taping)
      implements Verb {

    /// Who is called together, in turn.
    List<List<Called>> turns() {
      return sequential ? numbers.stream().map(List::of).toList() : List.of(numbers);
    }
  }

  /// Record what the caller says, and ask for the next document with it.
  ///
  /// @param action null = this document's own URL
  /// @param timeout silence that ends it; zero = none does
  /// @param finishOnKey any of these keys ends it; may be empty
  /// @param transcribeCallback told what was said; null = nobody is
  record RecordCaller(
      @Nullable String action,
      String method,
      Duration timeout,
      String finishOnKey,
      Duration maxLength,
      boolean playBeep,
      boolean transcribe,
      @Nullable String transcribeCallback,
      RecordingOrder order)
      implements Verb {}

  /// Wait in a queue until somebody dials it.
  ///
  /// @param action asked for the next document afterwards; null = go on with the next verb
  /// @param waiting the document that is followed meanwhile, over and over; null = silence
  record Enqueue(
      String queue,
      @Nullable String action,
      String method,
      @Nullable Callback waiting,
      int maxQueueSize)
      implements Verb {}

  /// Wait no more.
  record Leave() implements Verb {}

  /// Talk to whoever is first in a queue.
  ///
  /// @param action asked for the next document afterwards; null = go on with the next verb
  /// @param timeout how long to wait for somebody
  record DialQueue(String queue, @Nullable String action, String method, Duration timeout)
      implements Verb {}

  /// How a dialled call is recorded.
  ///
  /// @param fromRinging whether it begins before somebody has picked up
  record Taping(boolean fromRinging, RecordingOrder order) {}

  /// Somebody to call.
  ///
  /// @param whisper a document for their ears alone, before they are joined; null = none
  /// @param statusCallback null = nobody is told
  /// @param statusEvents what it is told
  /// @param sendDigits keys pressed once they have picked up; null = none
  record Called(
      String number,
      @Nullable Callback whisper,
      @Nullable Callback statusCallback,
      Set<String> statusEvents,
      @Nullable String sendDigits) {}

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
