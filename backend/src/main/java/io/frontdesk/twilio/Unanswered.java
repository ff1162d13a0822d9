package io.frontdesk.twilio;

/// Twilio was asked for something that costs money and did not answer: it may have done it.
public final class Unanswered extends RuntimeException {
  Unanswered(Throwable cause) {
    super("Twilio was asked and did not answer", cause);
  }
}
