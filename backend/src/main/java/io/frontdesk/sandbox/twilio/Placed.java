package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.IncomingNumber.Hook;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked for when a call was placed, and how much of it was done.
///
/// @param statusEvents what the status callback is told
/// @param fallback asked when a document cannot be had
/// @param timeout how long it rings
/// @param detection null if nobody asks who has picked up
/// @param queueTime how long it waited to be dialled
/// @param told so many status callbacks were sent
/// @param answeredBy what the detection has found; null as long as it has not
record Placed(
    Hook statusCallback,
    Set<String> statusEvents,
    Hook fallback,
    Duration timeout,
    @Nullable Detection detection,
    Duration queueTime,
    int told,
    @Nullable String answeredBy) {

  /// How a person is told from a machine.
  /// Source: https://www.twilio.com/docs/voice/answering-machine-detection
  ///
  /// @param toMessageEnd whether a machine is told once it has finished
  /// @param callback who is told while the call goes on; null = the call waits for the verdict
  /// @param timeout it is unknown after that long
  /// @param longestGreeting who speaks longer before a pause is a machine
  /// @param pause silence after which somebody has finished
  /// @param silence of somebody who does not speak at all
  record Detection(
      boolean toMessageEnd,
      @Nullable Hook callback,
      Duration timeout,
      Duration longestGreeting,
      Duration pause,
      Duration silence) {}

  boolean tells(String event) {
    return statusCallback.url() != null && statusEvents.contains(event);
  }

  Placed queued(Duration wait) {
    return new Placed(
        statusCallback, statusEvents, fallback, timeout, detection, wait, told, answeredBy);
  }

  Placed toldOnceMore() {
    return new Placed(
        statusCallback,
        statusEvents,
        fallback,
        timeout,
        detection,
        queueTime,
        told + 1,
        answeredBy);
  }

  Placed answeredBy(String verdict) {
    return new Placed(
        statusCallback, statusEvents, fallback, timeout, detection, queueTime, told, verdict);
  }
}
