package io.frontdesk.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Speech that was made beforehand, as the pieces in which it is sent.
final class RecordedSpeech {
  private static final int SAMPLES_A_PIECE = 1600;

  private final List<Piece> pieces;

  /// @param payload base64 µ-law
  record Piece(int samples, ByteBuf payload) {}

  private RecordedSpeech(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /// @param ulaw G.711 µ-law, 8 kHz, mono
  static RecordedSpeech of(byte[] ulaw) {
    var pieces = new ArrayList<Piece>();
    for (int from = 0; from < ulaw.length; from += SAMPLES_A_PIECE) {
      byte[] piece = Arrays.copyOfRange(ulaw, from, Math.min(ulaw.length, from + SAMPLES_A_PIECE));
      byte[] payload =
          Base64.getEncoder().encodeToString(piece).getBytes(StandardCharsets.US_ASCII);
      pieces.add(
          new Piece(piece.length, Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(payload))));
    }
    return new RecordedSpeech(List.copyOf(pieces));
  }

  int samples() {
    return pieces.stream().mapToInt(Piece::samples).sum();
  }

  List<Piece> pieces() {
    return pieces;
  }
}
