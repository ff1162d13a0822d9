package io.frontdesk.sandbox.caller;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.audio.Watermark;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a caller says, 20 ms at a time.
final class Mouth {
  private static final byte[] QUIET = new byte[MuLaw.FRAME_SAMPLES];

  static {
    Arrays.fill(QUIET, MuLaw.SILENCE);
  }

  private final Voice voice;
  private final Executor executor;
  private final Consumer<Turn> turns;

  private int utterances;
  private @Nullable Line line;
  private @Nullable CompletableFuture<byte[]> breath;
  private byte @Nullable [] sound;
  private int pauseFrames;
  private int at;
  private Duration from = Duration.ZERO;

  /// A mouth that has spoken so many times before.
  ///
  /// @param executor where speech is made, which takes some milliseconds
  /// @param turns told of each line when it is said
  Mouth(Voice voice, Executor executor, int utterances, Consumer<Turn> turns) {
    this.voice = voice;
    this.executor = executor;
    this.utterances = utterances;
    this.turns = turns;
  }

  /// Begins a line as soon as its pause is over and its sound is made.
  void say(Line next) {
    line = next;
    pauseFrames = (int) (next.pause().toMillis() / Caller.FRAME.toMillis());
    at = 0;
    sound = null;
    var id = utterances++;
    breath =
        CompletableFuture.supplyAsync(
            () ->
                next.words().isEmpty()
                    ? new byte[0]
                    : cut(Watermark.embed(voice.say(next.words()), next.words(), id), next),
            executor);
  }

  /// Whether a line is being said or about to be.
  boolean isBusy() {
    return line != null;
  }

  int utterances() {
    return utterances;
  }

  /// The next 20 ms; the line is over once [#finished] says so.
  byte[] speak(Duration now) {
    if (line == null || breath == null || pauseFrames-- > 0) {
      return QUIET;
    }
    if (sound == null) {
      if (!breath.isDone()) {
        return QUIET;
      }
      sound = breath.join();
      from = now;
    }
    if (at >= sound.length) {
      return QUIET;
    }
    var frame = Arrays.copyOf(QUIET, QUIET.length);
    var length = Math.min(frame.length, sound.length - at);
    System.arraycopy(sound, at, frame, 0, length);
    at += length;
    return frame;
  }

  /// The line, if its last sound has been said; the mouth is free again then.
  @Nullable Line finished(Duration now) {
    if (line == null || sound == null || at < sound.length) {
      return null;
    }
    var said = line;
    note(now, !(said.then() instanceof Line.HangUpInWord));
    line = null;
    return said;
  }

  /// Stops at once, in mid-word.
  void stop(Duration now) {
    if (line != null && sound != null && at > 0) {
      note(now, false);
    }
    line = null;
  }

  private void note(Duration now, boolean whole) {
    if (line != null && sound != null && sound.length > 0) {
      var words = whole ? line.words() : WatermarkReader.words(Arrays.copyOf(sound, at));
      turns.accept(new Turn(Turn.Speaker.CALLER, words, from, now, whole));
    }
  }

  /// The sound up to the middle of the word in which the caller hangs up.
  private static byte[] cut(byte[] sound, Line line) {
    if (!(line.then() instanceof Line.HangUpInWord(int wordsBefore))) {
      return sound;
    }
    var words = line.words().split(" ", -1);
    var bytes = 0;
    for (var i = 0; i < Math.min(wordsBefore, words.length - 1); i++) {
      bytes += (words[i] + " ").getBytes(StandardCharsets.UTF_8).length;
    }
    bytes += words[Math.min(wordsBefore, words.length - 1)].length() / 2;
    var total = line.words().getBytes(StandardCharsets.UTF_8).length;
    var frames = sound.length / MuLaw.FRAME_SAMPLES * bytes / total;
    return Arrays.copyOf(sound, Math.max(1, frames) * MuLaw.FRAME_SAMPLES);
  }
}
