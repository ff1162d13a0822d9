package io.frontdesk.sandbox.twilio;

/// Joins two lines: each hears what the other says.
final class Bridge implements AutoCloseable {
  private final PhoneLine one;
  private final PhoneLine other;
  private final PhoneLine.Tap toOther;
  private final PhoneLine.Tap toOne;

  Bridge(PhoneLine one, PhoneLine other) {
    this.one = one;
    this.other = other;
    toOther = (said, _, _) -> other.playback().add(said);
    toOne = (said, _, _) -> one.playback().add(said);
    one.tap(toOther);
    other.tap(toOne);
  }

  @Override
  public void close() {
    one.untap(toOther);
    other.untap(toOne);
    one.hush();
    other.hush();
  }
}
