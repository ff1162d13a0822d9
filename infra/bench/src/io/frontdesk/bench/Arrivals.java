package io.frontdesk.bench;

/// What was seen while people began to call, 50 a second. Times are milliseconds.
///
/// @param webhookP50 from Twilio's question to our answer; what takes longer than 200 ms counts as
/// that
/// @param greetingP50 from a stream's start to its first frame; NaN of the relay, which does not
/// greet
/// @param cpu of the subject for each of them, those who talk meanwhile included
/// @param unanswered who did not get through
/// @param tickLagP99 by how much the generator was late itself
record Arrivals(
    double webhookP50,
    double webhookP99,
    double greetingP50,
    double greetingP99,
    double cpu,
    long unanswered,
    double tickLagP99) {
  static final Arrivals NONE =
      new Arrivals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

  /// Whether the generator was too busy for the figures to mean anything. While it shakes hands it
  /// is a little late itself.
  boolean isVoid() {
    return tickLagP99 > Figures.MOST_LAG_MS;
  }
}
