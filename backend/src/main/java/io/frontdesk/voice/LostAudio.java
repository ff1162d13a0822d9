package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Finds what is missing between two pieces of the caller's audio. The model knows no other clock
/// than the audio it gets, so it must get silence for what was lost.
final class LostAudio {
  static final int FRAME_SAMPLES = 160;

  /// A frame of silence, in base64.
  static final ByteBuf FRAME = silence();

  private static final int FRAME_MS = 20;
  private static final int SAMPLES_PER_MS = 8;

  /// After a longer gap more silence tells nothing new.
  private static final int MOST_FRAMES = 100;

  private long endMs = -1;

  /// How many frames are missing before this piece.
  int before(MediaStreamEvent.Media piece) {
    long missingMs = endMs < 0 ? 0 : piece.atMs() - endMs;
    endMs = piece.atMs() + piece.samples() / SAMPLES_PER_MS;
    return Math.clamp(missingMs / FRAME_MS, 0, MOST_FRAMES);
  }

  private static ByteBuf silence() {
    byte[] samples = new byte[FRAME_SAMPLES];
    Arrays.fill(samples, (byte) 0xFF);
    String payload = Base64.getEncoder().encodeToString(samples);
    return Unpooled.unreleasableBuffer(
        Unpooled.wrappedBuffer(payload.getBytes(StandardCharsets.US_ASCII)));
  }
}
