package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.Heard;
import io.frontdesk.sandbox.audio.WatermarkReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Makes out what somebody says or presses, 20 ms at a time. Whichever comes first counts, the
/// other does not any more. Not safe for many threads; the clock's own is enough.
final class Listening {
  private static final char DAMAGED = '\uFFFD';

  private final Verb.Gather gather;
  private final WatermarkReader reader = new WatermarkReader(this::hears);
  private final StringBuilder digits = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private boolean prompting = true;
  private boolean speaking;
  private Duration quiet = Duration.ZERO;
  private Duration spoken = Duration.ZERO;

  Listening(Verb.Gather gather) {
    this.gather = gather;
  }

  /// 20 ms of sound, and the keys that were pressed meanwhile.
  ///
  /// @return what was said or pressed, once that is clear
  @Nullable Gathered passes(byte[] said, String keys) {
    if (gather.keys() && words.isEmpty()) {
      for (int i = 0; i < keys.length(); i++) {
        var over = pressed(keys.charAt(i));
        if (over != null) {
          return over;
        }
      }
    }
    if (gather.speech() && digits.isEmpty()) {
      reader.read(said, 0, said.length);
    }
    return timePasses();
  }

  private @Nullable Gathered pressed(char key) {
    quiet = Duration.ZERO;
    if (gather.finishOnKey().indexOf(key) >= 0) {
      return new Gathered.Keys(digits.toString(), Character.toString(key));
    }
    digits.append(key);
    return digits.length() == gather.numDigits() ? new Gathered.Keys(digits.toString(), "") : null;
  }

  private void hears(Heard heard) {
    switch (heard) {
      case Heard.Started _ -> {
        speaking = true;
        if (!words.isEmpty()) {
          words.append(' ');
        }
      }
      case Heard.Words(var _, var text) -> {
        words.append(text);
        quiet = Duration.ZERO;
      }
      case Heard.Ended _ -> speaking = false;
    }
  }

  private @Nullable Gathered timePasses() {
    quiet = quiet.plus(Metronome.PERIOD);
    if (!words.isEmpty()) {
      spoken = spoken.plus(Metronome.PERIOD);
      var over = !speaking && quiet.compareTo(gather.speechTimeout()) >= 0;
      return over || spoken.compareTo(gather.maxSpeech()) >= 0 ? speech() : null;
    }
    if (prompting || speaking || quiet.compareTo(gather.timeout()) < 0) {
      return null;
    }
    return digits.isEmpty() ? new Gathered.Nothing() : new Gathered.Keys(digits.toString(), "");
  }

  private Gathered speech() {
    var said = words.toString();
    return new Gathered.Speech(said.strip(), said.indexOf(DAMAGED) < 0);
  }

  /// Nobody speaks to the caller any more: from now on it counts how long nothing comes.
  void promptsAreOver() {
    if (prompting) {
      prompting = false;
      quiet = Duration.ZERO;
    }
  }

  /// Whether what came so far silences the prompts.
  boolean bargesIn() {
    return !digits.isEmpty() || (gather.bargeIn() && !words.isEmpty());
  }

  /// The words so far.
  String words() {
    return words.toString();
  }
}
