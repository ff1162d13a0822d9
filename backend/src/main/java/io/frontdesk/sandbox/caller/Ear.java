package io.frontdesk.sandbox.caller;

import io.frontdesk.sandbox.audio.Heard;
import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a caller hears: words as they come, and whether the other side makes a sound at all.
final class Ear {
  private static final byte NEGATIVE_ZERO = 0x7F;

  private final WatermarkReader reader = new WatermarkReader(this::heard);
  private final Consumer<Turn> turns;
  private final StringBuilder sinceLastTurn = new StringBuilder();

  private Duration now = Duration.ZERO;
  private @Nullable Utterance open;
  private int silentFrames;
  private boolean spoken;

  /// An utterance that is being heard.
  private static final class Utterance {
    final Duration from;
    final StringBuilder words = new StringBuilder();
    Duration until;

    Utterance(Duration from) {
      this.from = from;
      this.until = from;
    }
  }

  /// An ear at the start of a call.
  ///
  /// @param turns told of each utterance when it is over
  Ear(Consumer<Turn> turns) {
    this.turns = turns;
  }

  /// Hears 20 ms.
  void hear(byte[] frame, Duration now) {
    this.now = now;
    reader.read(frame, 0, frame.length);
    if (isSilent(frame)) {
      silentFrames++;
    } else {
      silentFrames = 0;
      spoken = true;
    }
  }

  private void heard(Heard heard) {
    switch (heard) {
      case Heard.Started _ -> {
        open = new Utterance(now);
        if (!sinceLastTurn.isEmpty()) {
          sinceLastTurn.append(' ');
        }
      }
      case Heard.Words(var _, var text) -> {
        sinceLastTurn.append(text);
        if (open != null) {
          open.words.append(text);
          open.until = now;
        }
      }
      case Heard.Ended(var _, var whole) -> {
        if (open != null) {
          turns.accept(
              new Turn(
                  Turn.Speaker.RECEPTIONIST, open.words.toString(), open.from, open.until, whole));
          open = null;
        }
      }
    }
  }

  /// The line is dead: what is still open was cut short.
  void finish() {
    reader.finish();
  }

  /// Whether there was sound since the last turn.
  boolean hasSpoken() {
    return spoken;
  }

  /// For how long there has been no sound.
  int silentFrames() {
    return silentFrames;
  }

  /// The words since the last turn; they may still go on.
  String words() {
    return sinceLastTurn.toString().strip();
  }

  /// How many words were heard to their end since the last turn.
  long wholeWords() {
    return sinceLastTurn.chars().filter(c -> c == ' ').count();
  }

  /// It is the caller's turn: what comes next is new.
  void turn() {
    sinceLastTurn.setLength(0);
    spoken = false;
  }

  private static boolean isSilent(byte[] frame) {
    for (var sample : frame) {
      if (sample != MuLaw.SILENCE && sample != NEGATIVE_ZERO) {
        return false;
      }
    }
    return true;
  }
}
