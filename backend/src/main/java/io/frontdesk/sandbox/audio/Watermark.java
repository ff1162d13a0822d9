package io.frontdesk.sandbox.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Puts words into sound. The lowest bit of each sample carries them: people hear a little noise,
/// [WatermarkReader] reads the words, and a frame lost, doubled or moved on the way garbles them.
public final class Watermark {
  private Watermark() {}

  /// A copy of the sound that carries the words, spread evenly so that a word sits about where it
  /// is heard. Padded with silence to whole 20 ms packets, as many as the words need.
  ///
  /// @param ulaw 8 kHz mono mu-law
  /// @param words lone surrogates become `?`; without words the sound is only padded
  /// @param utteranceId the lowest 8 bits count; neighbouring utterances need different ones
  /// @throws IllegalArgumentException if the sound is longer than 65,536 packets (21 minutes)
  public static byte[] embed(byte[] ulaw, String words, int utteranceId) {
    byte[] text = words.getBytes(StandardCharsets.UTF_8);
    int packets =
        Math.max(
            Math.ceilDiv(ulaw.length, Packet.BITS), Math.ceilDiv(text.length, Packet.MAX_TEXT));
    if (packets > Packet.MAX_INDEX + 1) {
      throw new IllegalArgumentException(
          "packets: " + packets + " (expected: <= " + (Packet.MAX_INDEX + 1) + ")");
    }
    byte[] marked = Arrays.copyOf(ulaw, packets * Packet.BITS);
    Arrays.fill(marked, ulaw.length, marked.length, MuLaw.SILENCE);
    if (text.length == 0) {
      return marked;
    }
    for (int index = 0; index < packets; index++) {
      int from = (int) ((long) index * text.length / packets);
      int to = (int) ((long) (index + 1) * text.length / packets);
      String slice = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
      Packet packet = new Packet(utteranceId & 0xFF, index, index == packets - 1, slice);
      write(packet.encode(), marked, index * Packet.BITS);
    }
    return marked;
  }

  private static void write(byte[] packet, byte[] ulaw, int at) {
    for (int bit = 0; bit < Packet.BITS; bit++) {
      int value = (packet[bit >> 3] >> (7 - (bit & 7))) & 1;
      ulaw[at + bit] = (byte) ((ulaw[at + bit] & 0xFE) | value);
    }
  }
}
