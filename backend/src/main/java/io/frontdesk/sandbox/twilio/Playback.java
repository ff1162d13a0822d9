package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Sound on its way to the caller's ear: pieces of any size go in, 20 ms come out each time the
/// clock ticks, and a mark passes once all sound before it has been heard. Safe for many threads;
/// marks are told in order, on the thread that lets them pass.
final class Playback {
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();

  // Positions in all the sound there ever was, in samples.
  private long added;
  private long taken;
  private long heard;
  private int headOffset;
  private long ticks;

  private record Mark(long position, Runnable passed) {}

  /// Puts sound behind all that is waiting.
  synchronized void add(byte[] ulaw) {
    if (ulaw.length > 0) {
      waiting.add(ulaw);
      added += ulaw.length;
    }
  }

  /// Tells when all sound added so far has been heard, or cleared; at once if there is none.
  synchronized void mark(Runnable passed) {
    if (added == heard) {
      passed.run();
    } else {
      marks.add(new Mark(added, passed));
    }
  }

  /// What was dropped.
  /// @param unheard in samples
  /// @param tick how often the clock had ticked by then
  record Cleared(long unheard, long tick) {}

  /// How often the clock has ticked.
  synchronized long ticks() {
    return ticks;
  }

  /// Drops what has not been heard and lets every mark pass.
  synchronized Cleared clear() {
    var dropped = new Cleared(added - taken, ticks);
    waiting.clear();
    headOffset = 0;
    added = taken;
    var passed = List.copyOf(marks);
    marks.clear();
    passed.forEach(mark -> mark.passed.run());
    return dropped;
  }

  /// The next 20 ms, silent where nothing waits. What was given before has been heard by now.
  synchronized byte[] next() {
    ticks++;
    heard = taken;
    for (var mark = marks.peek(); mark != null && mark.position <= heard; mark = marks.peek()) {
      marks.remove();
      mark.passed.run();
    }
    var frame = new byte[MuLaw.FRAME_SAMPLES];
    var filled = fill(frame);
    Arrays.fill(frame, filled, frame.length, MuLaw.SILENCE);
    return frame;
  }

  private int fill(byte[] frame) {
    var filled = 0;
    for (var head = waiting.peek(); head != null && filled < frame.length; head = waiting.peek()) {
      var length = Math.min(frame.length - filled, head.length - headOffset);
      System.arraycopy(head, headOffset, frame, filled, length);
      filled += length;
      headOffset += length;
      if (headOffset == head.length) {
        waiting.remove();
        headOffset = 0;
      }
    }
    taken += filled;
    return filled;
  }

  /// How many samples wait to be played.
  synchronized long waitingSamples() {
    return added - taken;
  }
}
