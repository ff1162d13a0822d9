package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

/// Sounds that are no speech, as 8 kHz mu-law.
final class Tones {
  private static final String KEYS = "123A456B789C*0#D";
  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
  private static final Duration KEY = Duration.ofMillis(100);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final double LOUDNESS = 6_000;

  private Tones() {}

  static byte[] silence(Duration length) {
    var samples = new byte[samples(length)];
    Arrays.fill(samples, MuLaw.SILENCE);
    return samples;
  }

  /// What comes before a recording.
  static byte[] beep() {
    return tone(Duration.ofMillis(400), 1000, 1000);
  }

  /// Keys as they sound.
  ///
  /// @param keys `0`-`9`, `A`-`D`, `*`, `#`; `w` waits for half a second, `W` for one
  static byte[] keys(String keys) {
    var sound = new ByteArrayOutputStream();
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      switch (key) {
        case 'w' -> sound.writeBytes(silence(Duration.ofMillis(500)));
        case 'W' -> sound.writeBytes(silence(Duration.ofSeconds(1)));
        default -> {
          int at = KEYS.indexOf(Character.toUpperCase(key));
          sound.writeBytes(tone(KEY, ROWS[at / 4], COLUMNS[at % 4]));
          sound.writeBytes(silence(BETWEEN));
        }
      }
    }
    return sound.toByteArray();
  }

  private static byte[] tone(Duration length, int lowHz, int highHz) {
    var samples = new byte[samples(length)];
    for (int i = 0; i < samples.length; i++) {
      double seconds = (double) i / MuLaw.SAMPLE_RATE_HZ;
      double both =
          Math.sin(2 * Math.PI * lowHz * seconds) + Math.sin(2 * Math.PI * highHz * seconds);
      samples[i] = MuLaw.encode((short) Math.round(LOUDNESS * both));
    }
    return samples;
  }

  private static int samples(Duration length) {
    return Math.toIntExact(length.toMillis() * MuLaw.SAMPLE_RATE_HZ / 1000);
  }
}
