package io.frontdesk.sandbox.openai.realtime;

import io.frontdesk.sandbox.audio.Heard;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// The caller's sound since the last turn: where speech is in it, and which words. It keeps the
/// words, not the sound.
final class InputBuffer {
  /// Longest base64 text of one append.
  static final int MAX_APPEND_CHARACTERS = 15 * 1024 * 1024;

  private static final int MAX_WORDS = 20_000;
  private static final int SAMPLES_PER_MS = MuLaw.SAMPLE_RATE_HZ / 1_000;

  /// The listener's view of the speech in the sound.
  interface Listener {
    /// Speech has begun.
    /// @param startMs with the padding before it
    void speechStarted(long startMs);

    /// Speech is over; the turn goes up to here.
    void speechStopped(long startMs, long endMs);
  }

  private final Listener listener;
  private final TurnDetector detector = new TurnDetector();
  private final WatermarkReader reader = new WatermarkReader(this::hear);
  private final Deque<Words> words = new ArrayDeque<>();
  private byte[] rest = new byte[0];
  private byte[] halfSample = new byte[0];
  private long position;
  private long fromMs;
  private long turnStartMs;

  private record Words(long endMs, String text) {}

  InputBuffer(Listener listener) {
    this.listener = listener;
  }

  /// Takes more sound; tells of the turns in it if they are to be found.
  void append(byte[] sound, SoundFormat format, Optional<TurnDetection> vad) {
    byte[] bytes = joined(halfSample, sound);
    int whole = bytes.length / format.bytesPerSample() * format.bytesPerSample();
    halfSample = Arrays.copyOfRange(bytes, whole, bytes.length);
    byte[] ulaw = joined(rest, format.toMuLaw(Arrays.copyOf(bytes, whole)));
    int at = 0;
    for (; at + MuLaw.FRAME_SAMPLES <= ulaw.length; at += MuLaw.FRAME_SAMPLES) {
      position += MuLaw.FRAME_SAMPLES;
      reader.read(ulaw, at, MuLaw.FRAME_SAMPLES);
      if (vad.isPresent()) {
        detect(ulaw, at, vad.get());
      }
    }
    rest = Arrays.copyOfRange(ulaw, at, ulaw.length);
  }

  private void detect(byte[] ulaw, int at, TurnDetection vad) {
    int silenceMs = detector.isSpeaking() ? vad.silenceMs(() -> words(turnStartMs, nowMs())) : 0;
    Optional<TurnDetector.Edge> edge =
        detector.listen(ulaw, at, nowMs(), vad.threshold(), silenceMs);
    if (edge.isEmpty()) {
      return;
    }
    switch (edge.get()) {
      case STARTED -> {
        turnStartMs = Math.max(fromMs, detector.startMs() - vad.prefixPaddingMs());
        listener.speechStarted(turnStartMs);
      }
      case STOPPED -> listener.speechStopped(turnStartMs, nowMs());
    }
  }

  private void hear(Heard heard) {
    switch (heard) {
      case Heard.Started _ -> add(" ");
      case Heard.Words(int _, String text) -> add(text);
      case Heard.Ended _ -> {}
    }
  }

  private void add(String text) {
    words.add(new Words(nowMs(), text));
    if (words.size() > MAX_WORDS) {
      words.removeFirst();
    }
  }

  /// The words heard in a stretch of the sound.
  String words(long startMs, long endMs) {
    StringBuilder text = new StringBuilder();
    for (Words some : words) {
      if (some.endMs > startMs && some.endMs <= endMs) {
        text.append(some.text);
      }
    }
    return text.toString().strip();
  }

  /// Forgets the sound up to here: it is part of the conversation now, or thrown away.
  void cut() {
    fromMs = nowMs();
    words.clear();
    detector.reset();
  }

  /// Stops looking for the end of a turn, if one has begun.
  void resetDetection() {
    detector.reset();
  }

  boolean isSpeaking() {
    return detector.isSpeaking();
  }

  /// How much sound waits to become part of the conversation.
  double waitingMs() {
    return nowMs() - fromMs + (double) rest.length / SAMPLES_PER_MS;
  }

  /// Where the waiting sound begins.
  long fromMs() {
    return fromMs;
  }

  /// How much sound was appended so far, in whole windows.
  long nowMs() {
    return position / SAMPLES_PER_MS;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
