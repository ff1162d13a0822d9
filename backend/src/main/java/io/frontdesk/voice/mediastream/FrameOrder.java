package io.frontdesk.voice.mediastream;

/// Tells late and repeated messages from new ones by their sequence numbers.
///
/// One wild number must not deafen the rest of the call, so a numbering that stays behind for half
/// a second is believed to have started anew.
final class FrameOrder {
  private static final int LATE_ONES_BELIEVED = 25;

  private long last;
  private int lateInARow;

  /// Whether the message with this number is in order.
  /// @param sequence negative if the message had none, which is always in order
  boolean accepts(long sequence) {
    if (sequence < 0) {
      return true;
    }
    if (sequence <= last && ++lateInARow <= LATE_ONES_BELIEVED) {
      return false;
    }
    last = sequence;
    lateInARow = 0;
    return true;
  }
}
