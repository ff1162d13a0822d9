package io.frontdesk.sandbox.twilio;

import java.util.List;

/// A TwiML document, understood.
///
/// @param warnings what Twilio's debugger would show and the call survives
record Twiml(List<Verb> verbs, List<Warning> warnings) {
  /// The longest document, in bytes.
  static final int MAX_BYTES = 64 * 1024;

  /// Something that is wrong with a document or a stream.
  ///
  /// @param code Twilio's, for example 12200
  record Warning(int code, String message) {}
}
