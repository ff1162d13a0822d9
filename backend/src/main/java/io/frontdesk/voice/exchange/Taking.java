package io.frontdesk.voice.exchange;

import org.jspecify.annotations.Nullable;

/// What becomes of a request for a step of a call.
public sealed interface Taking {
  /// Whoever asked has to answer it.
  ///
  /// @param before where the same engine stood before it; null if it is its first
  record Yours(int step, @Nullable String before) implements Taking {}

  /// It was answered before, or its time is over: this is what the caller is told.
  record Answered(String twiml) implements Taking {}

  /// Somebody works on it.
  record UnderWay(Exchange exchange) implements Taking {}
}
