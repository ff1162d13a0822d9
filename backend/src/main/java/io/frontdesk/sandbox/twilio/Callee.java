package io.frontdesk.sandbox.twilio;

import java.time.Duration;

/// Whoever has a telephone that can be called.
///
/// @param number E.164
/// @param rings how long before it is picked up, or found busy
/// @param scenario what is said and pressed once it is picked up
record Callee(String number, Answer answer, Duration rings, String scenario) {}
