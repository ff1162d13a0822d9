package io.frontdesk.voice.exchange;

import io.frontdesk.call.Engine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a call: something was heard, or the call was opened, and is answered.
///
/// @param step counts from 0 in each call, whoever holds it
/// @param state where the engine stands after it, as it writes it down; null while it is at work
/// @param answer TwiML; null while the engine is at work
/// @param takenAt when somebody began to work on it
public record Exchange(
    int step, Engine engine, @Nullable String state, @Nullable String answer, Instant takenAt) {}
