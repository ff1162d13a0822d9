package io.frontdesk.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class InsistenceTest {
  private static final int FRAME = 160;
  private static final byte SILENCE = (byte) 0xFF;
  private static final byte LOUD = (byte) 0x90;

  private final List<String> told = new ArrayList<>();
  private final Insistence insistence = new Insistence(500, told::add);

  @Test
  void whoeverHasSpokenForSoLongInsists() {
    insistence.begins("u1", 0);
    hears(24, LOUD);
    assertThat(told).isEmpty();

    hears(1, LOUD);
    hears(50, LOUD);
    assertThat(told).containsExactly("u1");
  }

  @Test
  void silenceDoesNotCount() {
    insistence.begins("u1", 0);
    hears(15, LOUD);
    hears(100, SILENCE);

    assertThat(told).as("mm-hm, and the VAD's wait for its end").isEmpty();
    hears(10, LOUD);
    assertThat(told).containsExactly("u1");
  }

  @Test
  void whatIsAlwaysThereDoesNotCountBesideAVoice() {
    byte hum = codeOf(500);
    insistence.begins("u1", 0);
    hears(10, codeOf(4000));
    hears(200, hum);

    assertThat(told).isEmpty();
  }

  @Test
  void whatWasSaidBeforeTheModelNoticedCounts() {
    insistence.begins("u1", 200);
    hears(15, LOUD);
    assertThat(told).containsExactly("u1");

    insistence.begins("u2", 9999);
    hears(1, LOUD);
    assertThat(told).containsExactly("u1", "u2");
  }

  @Test
  void itListensOnlyWhileTheModelHearsSpeech() {
    hears(50, LOUD);
    insistence.begins("u1", 0);
    hears(10, LOUD);
    insistence.ends();
    hears(50, LOUD);

    assertThat(told).isEmpty();
  }

  @Test
  void whereTheModelJudgesItTellsNothing() {
    var none = new Insistence(0, told::add);
    none.begins("u1", 0);
    none.hears(FRAME, frame(LOUD));

    assertThat(told).isEmpty();
  }

  @Test
  void loudnessIsTheMeanMagnitudeOfTheSamplesHoweverTheirBase64IsWritten() throws Exception {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    for (int length : new int[] {1, 2, 3, 160, 256}) {
      byte[] some = Arrays.copyOf(codes, length);
      String base64 = Base64.getEncoder().encodeToString(some);

      assertThat(Loudness.of(text(base64))).isEqualTo(mean(some));
      assertThat(Loudness.of(text(base64.replace("/", "\\/")))).isEqualTo(mean(some));
    }
    assertThat(Loudness.of(Unpooled.EMPTY_BUFFER)).isZero();
  }

  private void hears(int frames, byte code) {
    for (int i = 0; i < frames; i++) {
      insistence.hears(FRAME, frame(code));
    }
  }

  private static ByteBuf frame(byte code) {
    byte[] samples = new byte[FRAME];
    Arrays.fill(samples, code);
    return text(Base64.getEncoder().encodeToString(samples));
  }

  private static ByteBuf text(String base64) {
    return Unpooled.copiedBuffer(base64, US_ASCII);
  }

  /// The code of about this magnitude.
  private static byte codeOf(int magnitude) {
    for (int code = 255; code > 127; code--) {
      if (Loudness.of(frame((byte) code)) >= magnitude) {
        return (byte) code;
      }
    }
    throw new AssertionError(magnitude);
  }

  private static int mean(byte[] ulaw) throws Exception {
    var format = new AudioFormat(AudioFormat.Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
    var linear = new AudioFormat(8000, 16, 1, true, false);
    var sound = new AudioInputStream(new ByteArrayInputStream(ulaw), format, ulaw.length);
    byte[] pcm = AudioSystem.getAudioInputStream(linear, sound).readAllBytes();
    long sum = 0;
    for (int i = 0; i < pcm.length; i += 2) {
      sum += Math.abs((short) ((pcm[i] & 0xFF) | (pcm[i + 1] << 8)));
    }
    return (int) (sum / ulaw.length);
  }
}
