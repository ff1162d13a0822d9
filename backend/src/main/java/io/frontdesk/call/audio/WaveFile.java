package io.frontdesk.call.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Speech as a file that every browser plays: WAVE, 16-bit linear, 8 kHz, mono.
/// Sources: https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html,
/// https://www.itu.int/rec/T-REC-G.711
public final class WaveFile {
  private static final int HEADER_BYTES = 44;
  private static final int SAMPLE_RATE_HZ = 8000;
  private static final int SAMPLE_BYTES = 2;
  private static final short LINEAR = 1;
  private static final int BIAS = 0x84;

  private WaveFile() {}

  /// @param ulaw G.711 µ-law, 8 kHz, mono
  public static byte[] of(byte[] ulaw) {
    int bytes = ulaw.length * SAMPLE_BYTES;
    var file = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + bytes).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort(LINEAR).putShort((short) 1);
    file.putInt(SAMPLE_RATE_HZ).putInt(SAMPLE_RATE_HZ * SAMPLE_BYTES);
    file.putShort((short) SAMPLE_BYTES).putShort((short) (8 * SAMPLE_BYTES));
    file.put(ascii("data")).putInt(bytes);
    for (byte sample : ulaw) {
      file.putShort(linear(sample));
    }
    return file.array();
  }

  private static short linear(byte ulaw) {
    int code = ~ulaw & 0xFF;
    int magnitude = ((((code & 0x0F) << 3) + BIAS) << ((code >> 4) & 0x07)) - BIAS;
    return (short) ((code & 0x80) == 0 ? magnitude : -magnitude);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
