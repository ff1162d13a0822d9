package io.frontdesk.bench;

/// What was measured in one step of one run. Times are milliseconds.
///
/// @param calls that were going on
/// @param cpu of the subject, per call and second
/// @param toModelP50 a frame's way from the caller to the model
/// @param clearP50 from the model's word that the caller speaks to `clear`
/// @param lost frames that never came
/// @param disordered frames that came twice or late
/// @param dropped calls that ended by themselves
/// @param tickLagP99 by how much the generator was late itself
/// @param stolen the share of the machine's time that it did not get
record Figures(
    int calls,
    double cpu,
    double toModelP50,
    double toModelP99,
    double toCallerP50,
    double toCallerP99,
    double clearP50,
    double clearP99,
    long frames,
    long lost,
    long disordered,
    long dropped,
    double tickLagP99,
    double stolen) {
  static final double MOST_LAG_MS = 3;
  private static final double MOST_STOLEN = 0.02;

  static Figures of(
      int calls, double seconds, double cpuMs, double stolen, Meters seen, long dropped) {
    return new Figures(
        calls,
        cpuMs / seconds / calls,
        seen.toModel.quantile(0.5),
        seen.toModel.quantile(0.99),
        seen.toCaller.quantile(0.5),
        seen.toCaller.quantile(0.99),
        seen.clear.quantile(0.5),
        seen.clear.quantile(0.99),
        seen.toModel.total() + seen.toCaller.total(),
        seen.lost,
        seen.disordered,
        dropped,
        seen.tickLag.quantile(0.99),
        stolen);
  }

  /// Whether the generator or the machine was too busy for the figures to mean anything.
  boolean isVoid() {
    return tickLagP99 > MOST_LAG_MS || stolen > MOST_STOLEN;
  }
}
