package io.frontdesk.sandbox.twilio;

/// A document that Twilio cannot use at all.
final class TwimlError extends Exception {
  private final int code;

  TwimlError(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
