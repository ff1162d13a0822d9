package io.frontdesk.voice;

import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;

/// What the caller said before the model was ready to hear it: the last ten seconds of it.
final class WaitingAudio {
  private static final int MOST_SAMPLES = 10 * 8000;

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Drops drops;
  private int samples;
  private boolean over;

  /// Whoever hears the caller.
  interface Listener {
    /// More of the caller's audio, which the giver releases.
    void hears(int samples, ByteBuf payload);
  }

  private record Piece(int samples, ByteBuf payload) {}

  WaitingAudio(Drops drops) {
    this.drops = drops;
  }

  /// Keeps a payload, which the giver may release. A line that is being closed still brings some:
  /// after the end it is not kept.
  void add(int length, ByteBuf payload) {
    if (over) {
      return;
    }
    pieces.addLast(new Piece(length, payload.retain()));
    samples += length;
    while (samples > MOST_SAMPLES) {
      drop();
      drops.add(Drops.Reason.OVERFLOWED);
    }
  }

  /// Gives all of it away, oldest first.
  void giveTo(Listener listener) {
    while (!pieces.isEmpty()) {
      Piece next = pieces.getFirst();
      listener.hears(next.samples(), next.payload());
      drop();
    }
  }

  /// Keeps nothing, from now on.
  void end() {
    over = true;
    while (!pieces.isEmpty()) {
      drop();
    }
  }

  private void drop() {
    Piece oldest = pieces.removeFirst();
    samples -= oldest.samples();
    oldest.payload().release();
  }
}
