package io.frontdesk.call.recording;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a WAVE file of 16-bit linear samples from front to back, and notes how loud it is on its
/// way; never more of it than a few kilobytes are in memory.
/// Source: https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
final class WaveReader {
  private static final int LINEAR = 1;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int SAMPLE_BYTES = 2;
  private static final int MOST_CHANNELS = 2;
  private static final int LARGEST_HEADER = 64 * 1024;

  /// So many values fit side by side on a wide screen.
  private static final int VALUES = 240;

  private WaveReader() {}

  /// What is in it.
  record Wave(int channels, long durationMs, Waveform waveform) {}

  private record Format(int channels, int rateHz) {}

  /// @throws IOException if it cannot be read, or is no such file
  static Wave read(InputStream file) throws IOException {
    var in = new DataInputStream(file);
    if (!tag(in).equals("RIFF")) {
      throw new IOException("no WAVE file");
    }
    in.skipNBytes(4); // the length, which whoever writes as it comes does not know
    if (!tag(in).equals("WAVE")) {
      throw new IOException("no WAVE file");
    }
    Format format = null;
    while (true) {
      String chunk = tag(in);
      long bytes = Integer.toUnsignedLong(little(in));
      if (chunk.equals("data")) {
        if (format == null) {
          throw new IOException("a WAVE file without a format");
        }
        return samples(in, bytes, format);
      }
      if (bytes > LARGEST_HEADER) {
        throw new IOException("a WAVE file with a strange part " + chunk);
      }
      byte[] body = new byte[(int) (bytes + bytes % 2)];
      in.readFully(body);
      if (chunk.equals("fmt ")) {
        format = format(body);
      }
    }
  }

  private static Format format(byte[] body) throws IOException {
    if (body.length < 16) {
      throw new IOException("a WAVE file with half a format");
    }
    var fields = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int code = Short.toUnsignedInt(fields.getShort(0));
    int channels = fields.getShort(2);
    int rateHz = fields.getInt(4);
    boolean known = code == LINEAR || code == EXTENSIBLE;
    boolean plausible = channels >= 1 && channels <= MOST_CHANNELS && rateHz > 0;
    if (!known || !plausible || fields.getShort(14) != 8 * SAMPLE_BYTES) {
      throw new IOException(
          "a WAVE file of format %d, %d channels, %d bits"
              .formatted(code, channels, fields.getShort(14)));
    }
    return new Format(channels, rateHz);
  }

  private static Wave samples(DataInputStream in, long bytes, Format format) throws IOException {
    int frameBytes = SAMPLE_BYTES * format.channels();
    long frames = bytes / frameBytes;
    long framesAValue = Math.max(1, (frames + VALUES - 1) / VALUES);
    var loudness = new ArrayList<List<Integer>>();
    for (int channel = 0; channel < MOST_CHANNELS; channel++) {
      loudness.add(new ArrayList<>());
    }
    byte[] frame = new byte[frameBytes];
    var samples = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    int[] loudest = new int[format.channels()];
    for (long i = 1; i <= frames; i++) {
      in.readFully(frame);
      for (int channel = 0; channel < loudest.length; channel++) {
        int sample = Math.abs((int) samples.getShort(channel * SAMPLE_BYTES));
        loudest[channel] = Math.max(loudest[channel], sample);
      }
      if (i % framesAValue == 0 || i == frames) {
        for (int channel = 0; channel < loudest.length; channel++) {
          loudness.get(channel).add((int) Math.round(100.0 * loudest[channel] / 32_768));
          loudest[channel] = 0;
        }
      }
    }
    return new Wave(
        format.channels(),
        frames * 1000 / format.rateHz(),
        new Waveform(List.copyOf(loudness.getFirst()), List.copyOf(loudness.getLast())));
  }

  private static String tag(DataInputStream in) throws IOException {
    byte[] tag = new byte[4];
    try {
      in.readFully(tag);
    } catch (EOFException e) {
      throw new IOException("a WAVE file that is cut short", e);
    }
    return new String(tag, StandardCharsets.US_ASCII);
  }

  private static int little(DataInputStream in) throws IOException {
    return Integer.reverseBytes(in.readInt());
  }
}
