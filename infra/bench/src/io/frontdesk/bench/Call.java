package io.frontdesk.bench;

import java.util.Locale;
import java.util.UUID;

/// One call, and what travels on it.
final class Call {
  private static final long NEVER = Long.MIN_VALUE;

  final int number;
  final Line line;
  final String sid = "CA" + UUID.randomUUID().toString().replace("-", "");

  /// The caller's voice on its way to the model.
  final Flow toModel = new Flow();

  /// The model's on its way to the caller.
  final Flow toCaller = new Flow();

  private volatile long spokeUpAt = NEVER;
  private volatile Runnable model = () -> {};

  Call(int number, Line line) {
    this.number = number;
    this.line = line;
  }

  String streamSid() {
    return "MZ" + String.format(Locale.ROOT, "%032x", number);
  }

  String from() {
    return "+1212555" + String.format(Locale.ROOT, "%04d", number % 10_000);
  }

  /// The model has heard of this call.
  /// @param ends breaks its session off
  void reached(Runnable ends) {
    model = ends;
  }

  /// The model is gone, from one moment to the next.
  void loseModel() {
    model.run();
  }

  /// The model tells that the caller speaks.
  void spokeUp(long now) {
    spokeUpAt = now;
  }

  /// The caller's telephone is told to be silent. What it was told before does not count.
  void silenced(long now, Histogram clear) {
    long since = spokeUpAt;
    if (since != NEVER) {
      spokeUpAt = NEVER;
      clear.add(now - since);
    }
  }
}
