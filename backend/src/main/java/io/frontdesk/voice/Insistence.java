package io.frontdesk.voice;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds out when a caller who speaks has spoken for so long that the receptionist must fall
/// silent. It counts sound, not time: of a caller who says `mm-hm` the model's VAD tells half a
/// second later that it is over. It listens only while the model hears speech.
final class Insistence {
  private static final int SAMPLES_PER_MS = 8;

  /// Sound that is softer than this part of the loudest is what is always there.
  private static final int LOUDEST_PART = 4;

  private final int leastMs;
  private final Consumer<String> insists;
  private @Nullable String item;
  private int voiced;
  private int loudest;

  /// @param leastMs how long the caller must have spoken; 0 if that is the model's to judge
  /// @param insists is told of each item once, if ever
  Insistence(int leastMs, Consumer<String> insists) {
    this.leastMs = leastMs;
    this.insists = insists;
  }

  /// The model hears speech.
  /// @param saidMs how much of it is said already
  void begins(String speech, long saidMs) {
    if (leastMs > 0) {
      item = speech;
      loudest = 0;
      voiced = Math.clamp(saidMs * SAMPLES_PER_MS, 0, leastMs * SAMPLES_PER_MS);
    }
  }

  /// More of the caller's sound.
  void hears(int samples, ByteBuf base64) {
    String speech = item;
    if (speech == null) {
      return;
    }
    int loudness = Loudness.of(base64);
    loudest = Math.max(loudest, loudness);
    if (loudness >= Math.max(Loudness.SPEECH, loudest / LOUDEST_PART)) {
      voiced += samples;
    }
    if (voiced >= leastMs * SAMPLES_PER_MS) {
      item = null;
      insists.accept(speech);
    }
  }

  /// The model hears silence.
  void ends() {
    item = null;
  }
}
