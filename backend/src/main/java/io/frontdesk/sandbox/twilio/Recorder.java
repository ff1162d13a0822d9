package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// Writes down what passes on a line. Safe for many threads.
final class Recorder implements PhoneLine.Tap {
  private static final byte[] QUIET = Tones.silence(Metronome.PERIOD);
  private static final byte NEGATIVE_ZERO = 0x7F;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Mode mode = Mode.ON;

  /// What is done with the sound that passes now.
  enum Mode {
    ON,
    /// Its time is left out.
    SKIPPING,
    /// Its time is filled with silence.
    SILENT
  }

  @Override
  public synchronized void passed(byte[] caller, byte[] other, String keys) {
    switch (mode) {
      case ON -> {
        said.writeBytes(caller);
        heard.writeBytes(other);
      }
      case SILENT -> {
        said.writeBytes(QUIET);
        heard.writeBytes(QUIET);
      }
      case SKIPPING -> {}
    }
  }

  synchronized void mode(Mode next) {
    mode = next;
  }

  /// The channels so far: the caller's own, and what the caller heard.
  synchronized List<byte[]> channels() {
    return List.of(said.toByteArray(), heard.toByteArray());
  }

  /// What was written down, as an order wants it; nothing if there was no sound in it.
  List<byte[]> channels(RecordingOrder order) {
    var both = channels();
    var wanted =
        switch (order.track()) {
          case "inbound" -> List.of(both.getFirst());
          case "outbound" -> List.of(both.getLast());
          default ->
              order.channels() == 2
                  ? both
                  : List.of(WaveFile.mixed(both.getFirst(), both.getLast()));
        };
    return order.trim() ? trimmed(wanted) : wanted;
  }

  private static List<byte[]> trimmed(List<byte[]> channels) {
    int from = channels.stream().mapToInt(Recorder::firstSound).min().orElse(0);
    int to = channels.stream().mapToInt(Recorder::afterLastSound).max().orElse(0);
    return channels.stream()
        .map(channel -> Arrays.copyOfRange(channel, Math.min(from, to), to))
        .toList();
  }

  private static int firstSound(byte[] channel) {
    for (int i = 0; i < channel.length; i++) {
      if (!isSilent(channel[i])) {
        return i;
      }
    }
    return channel.length;
  }

  private static int afterLastSound(byte[] channel) {
    for (int i = channel.length; i > 0; i--) {
      if (!isSilent(channel[i - 1])) {
        return i;
      }
    }
    return 0;
  }

  static boolean isSilent(byte[] frame) {
    return firstSound(frame) == frame.length;
  }

  private static boolean isSilent(byte sample) {
    return sample == MuLaw.SILENCE || sample == NEGATIVE_ZERO;
  }
}
