package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sound as Twilio serves it: 16 bit, 8 kHz, one channel or two. The words in mu-law samples come
/// through, for each stands for one 16-bit sample.
final class WaveFile {
  private static final int HEADER_BYTES = 44;
  private static final int SAMPLE_BYTES = 2;

  private WaveFile() {}

  /// @param channels of equal length, mu-law
  static byte[] of(List<byte[]> channels) {
    int samples = channels.getFirst().length;
    int frameBytes = channels.size() * SAMPLE_BYTES;
    int dataBytes = samples * frameBytes;
    var file = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels.size());
    file.putInt(MuLaw.SAMPLE_RATE_HZ).putInt(MuLaw.SAMPLE_RATE_HZ * frameBytes);
    file.putShort((short) frameBytes).putShort((short) (SAMPLE_BYTES * 8));
    file.put(ascii("data")).putInt(dataBytes);
    for (int i = 0; i < samples; i++) {
      for (var channel : channels) {
        file.putShort(MuLaw.decode(channel[i]));
      }
    }
    return file.array();
  }

  /// Both at once. Where one is silent the other is unchanged.
  static byte[] mixed(byte[] one, byte[] other) {
    var both = new byte[one.length];
    for (int i = 0; i < both.length; i++) {
      int sum = MuLaw.decode(one[i]) + MuLaw.decode(other[i]);
      both[i] =
          MuLaw.decode(other[i]) == 0
              ? one[i]
              : MuLaw.encode((short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE));
    }
    return both;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
