package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Fetches what `<Play>` names: WAV, AIFF and AU files of 8 kHz mono, or raw mu-law.
final class SoundFiles {
  private static final int MAX_BYTES = 40 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Set<String> RAW =
      Set.of("audio/basic", "audio/x-mulaw", "audio/mulaw", "audio/pcmu");
  private static final byte[] AU_MAGIC = {'.', 's', 'n', 'd'};

  private final Reach reach;

  /// What came of it.
  sealed interface Fetched {}

  /// 8 kHz mono mu-law. Not a record, because it holds an array.
  static final class Sound implements Fetched {
    private final byte[] ulaw;

    Sound(byte[] ulaw) {
      this.ulaw = ulaw;
    }

    byte[] ulaw() {
      return ulaw;
    }
  }

  /// Nothing that can be played.
  record Unusable(Warning warning) implements Fetched {}

  SoundFiles(Reach reach) {
    this.reach = reach;
  }

  /// Fetches a file; blocks.
  ///
  /// @param url absolute
  Fetched fetch(String url) {
    var target = URI.create(url);
    var refusal = reach.refusal(target);
    if (refusal.isPresent()) {
      return unusable(11100, refusal.get());
    }
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(target).timeout(PATIENCE).build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
      if (answer.statusCode() != 200) {
        return unusable(11200, "HTTP status %d for %s".formatted(answer.statusCode(), url));
      }
      var type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
      var raw = RAW.contains(type) && !startsWith(answer.body(), AU_MAGIC);
      return raw ? new Sound(answer.body()) : decode(answer.body());
    } catch (IOException e) {
      return unusable(11200, "%s cannot be fetched: %s".formatted(url, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unusable(11200, "the stand-in stopped");
    }
  }

  private static Fetched decode(byte[] file) throws IOException {
    try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      var format = sound.getFormat();
      if (format.getSampleRate() != MuLaw.SAMPLE_RATE_HZ || format.getChannels() != 1) {
        return unusable(12400, "the stand-in plays 8 kHz mono only, not " + format);
      }
      return new Sound(ulaw(sound));
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      return unusable(12300, "no sound that the stand-in can play: " + e.getMessage());
    }
  }

  private static byte[] ulaw(AudioInputStream sound) throws IOException {
    if (sound.getFormat().getEncoding().equals(Encoding.ULAW)) {
      return sound.readAllBytes();
    }
    var pcm = new AudioFormat(MuLaw.SAMPLE_RATE_HZ, 16, 1, true, false);
    try (var samples = AudioSystem.getAudioInputStream(pcm, sound)) {
      var bytes = samples.readAllBytes();
      var ulaw = new byte[bytes.length / 2];
      for (var i = 0; i < ulaw.length; i++) {
        ulaw[i] = MuLaw.encode((short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8)));
      }
      return ulaw;
    }
  }

  private static boolean startsWith(byte[] file, byte[] magic) {
    return file.length >= magic.length
        && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
  }

  private static Unusable unusable(int code, String message) {
    return new Unusable(new Warning(code, message));
  }
}
