package io.frontdesk.sandbox.audio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Listens to one stream of sound and tells the words it carries.
///
/// It reads a stream of bits: packets may start at any sample and sound may come in pieces of any
/// size. It recovers after damage by itself, and tells of it when a later packet of the utterance
/// proves it: what only stops early is not damaged but cut. Such an utterance ends when the next
/// one begins, after 400 ms without packets, or with [#finish()]. For one thread at a time.
public final class WatermarkReader {
  /// Sound without a packet after which an open utterance counts as cut short, in samples.
  static final int CUT_AFTER_SAMPLES = 3_200;

  private static final int BROKEN_COUNTS_FOR = 3 * Packet.BITS;

  private final Consumer<? super Heard> listener;
  private final WordDecoder decoder = new WordDecoder();

  // The last 160 bits: 64 in high, 64 in middle, 32 in low.
  private long high;
  private long middle;
  private long low;
  private int fresh;

  private boolean open;
  private int utterance = -1;
  private int expected;
  private int sincePacket;

  private long position;
  private final long[] brokenAt = new long[256];

  public WatermarkReader(Consumer<? super Heard> listener) {
    this.listener = listener;
    Arrays.fill(brokenAt, -BROKEN_COUNTS_FOR);
  }

  /// All words in a piece of sound, utterances parted by a blank.
  public static String words(byte[] ulaw) {
    List<StringBuilder> utterances = new ArrayList<>();
    WatermarkReader reader =
        new WatermarkReader(
            heard -> {
              switch (heard) {
                case Heard.Started _ -> utterances.add(new StringBuilder());
                case Heard.Words words -> utterances.getLast().append(words.text());
                case Heard.Ended _ -> {}
              }
            });
    reader.read(ulaw, 0, ulaw.length);
    reader.finish();
    return String.join(" ", utterances);
  }

  public void read(byte[] ulaw, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      sample(ulaw[i]);
    }
  }

  /// Reads all that remains in the buffer.
  public void read(ByteBuffer ulaw) {
    while (ulaw.hasRemaining()) {
      sample(ulaw.get());
    }
  }

  /// The sound is over: an utterance still open was cut short.
  public void finish() {
    end(false);
  }

  private void sample(byte ulaw) {
    high = (high << 1) | (middle >>> 63);
    middle = (middle << 1) | (low >>> 31);
    low = ((low << 1) | (ulaw & 1)) & 0xFFFF_FFFFL;
    position++;
    fresh++;
    sincePacket++;
    if (fresh >= Packet.BITS && high >>> 48 == Packet.SYNC) {
      packetAt(window());
    }
    if (open && sincePacket >= CUT_AFTER_SAMPLES) {
      end(false);
    }
  }

  private void packetAt(byte[] window) {
    Packet packet = Packet.decode(window);
    if (packet != null) {
      take(packet);
      fresh = 0;
      sincePacket = 0;
      return;
    }
    brokenAt[Packet.claimedUtterance(window)] = position;
  }

  private void take(Packet packet) {
    if (packet.utterance() != utterance || (!open && packet.index() == 0)) {
      end(false);
      utterance = packet.utterance();
      expected = 0;
      start();
    } else if (!open) {
      start();
    }
    if (packet.index() != expected || wasBroken(packet.utterance())) {
      damage();
    }
    brokenAt[packet.utterance()] = -BROKEN_COUNTS_FOR;
    say(decoder.decode(packet.text()));
    expected = packet.index() + 1;
    if (packet.last()) {
      end(true);
    }
  }

  private boolean wasBroken(int claimed) {
    return position - brokenAt[claimed] < BROKEN_COUNTS_FOR;
  }

  private void start() {
    open = true;
    decoder.reset();
    listener.accept(new Heard.Started(utterance));
  }

  private void damage() {
    decoder.reset();
    say("\uFFFD");
  }

  private void say(String words) {
    if (!words.isEmpty()) {
      listener.accept(new Heard.Words(utterance, words));
    }
  }

  private void end(boolean whole) {
    if (open) {
      open = false;
      listener.accept(new Heard.Ended(utterance, whole));
    }
  }

  private byte[] window() {
    return ByteBuffer.allocate(Packet.BYTES)
        .putLong(high)
        .putLong(middle)
        .putInt((int) low)
        .array();
  }
}
