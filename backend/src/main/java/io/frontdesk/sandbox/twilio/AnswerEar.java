package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Placed.Detection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Listens to whoever has picked up, and tells a person from a machine as Twilio does: a person
/// says little and waits, a machine goes on talking. Lives on the clock's thread.
/// Source: https://www.twilio.com/docs/voice/answering-machine-detection
final class AnswerEar implements PhoneLine.Tap {
  private final Detection detection;
  private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
  private Duration listened = Duration.ZERO;
  private Duration quiet = Duration.ZERO;
  private Duration spoken = Duration.ZERO;

  /// What was found.
  ///
  /// @param answeredBy as Twilio writes it
  /// @param after how long it took
  record Verdict(String answeredBy, Duration after) {}

  AnswerEar(Detection detection) {
    this.detection = detection;
  }

  /// Done once it is clear, on the clock's thread; never if they hang up before.
  CompletableFuture<Verdict> verdict() {
    return verdict;
  }

  @Override
  public void passed(byte[] said, byte[] heard, String keys) {
    listened = listened.plus(Metronome.PERIOD);
    if (!Recorder.isSilent(said)) {
      spoken = spoken.isZero() ? Metronome.PERIOD : spoken.plus(quiet).plus(Metronome.PERIOD);
      quiet = Duration.ZERO;
    } else {
      quiet = quiet.plus(Metronome.PERIOD);
    }
    judge();
  }

  private void judge() {
    boolean machine = spoken.compareTo(detection.longestGreeting()) > 0;
    if (listened.compareTo(detection.timeout()) >= 0) {
      is("unknown");
    } else if (spoken.isZero()) {
      if (quiet.compareTo(detection.silence()) >= 0) {
        is("unknown");
      }
    } else if (machine && !detection.toMessageEnd()) {
      is("machine_start");
    } else if (quiet.compareTo(detection.pause()) >= 0) {
      is(machine ? "machine_end_silence" : "human");
    }
  }

  private void is(String answeredBy) {
    verdict.complete(new Verdict(answeredBy, listened));
  }
}
