package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Twiml.Warning;

/// Something that keeps a call from going on: no document, or one that Twilio cannot use.
final class CallFault extends Exception {
  private final int code;

  CallFault(int code, String message) {
    super(message);
    this.code = code;
  }

  Warning warning() {
    return new Warning(code, String.valueOf(getMessage()));
  }
}
