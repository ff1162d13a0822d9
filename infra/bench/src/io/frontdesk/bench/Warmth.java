package io.frontdesk.bench;

/// Tells when code is as quick as it will be: when three times in a row it cost about as much as it
/// ever cost at the least.
final class Warmth {
  /// Before that it costs the same for a while, too: what each call needs once has not been asked
  /// for often enough to be compiled.
  private static final int AT_LEAST = 15;
  private static final int ALIKE = 3;
  private static final double ABOUT = 1.06;

  private final int most;
  private int tries;
  private int alike;
  private double least = Double.MAX_VALUE;

  /// @param most after so many it is as warm as it will be
  Warmth(int most) {
    this.most = most;
  }

  /// The same work was done once more.
  /// @param cost processor time that it took
  void felt(double cost) {
    tries++;
    alike = cost >= least / ABOUT && cost <= least * ABOUT ? alike + 1 : 0;
    least = Math.min(least, cost);
  }

  boolean isReached() {
    return tries >= most || (tries >= AT_LEAST && alike >= ALIKE);
  }
}
