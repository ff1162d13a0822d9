package io.frontdesk.sandbox.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
  private static final Voice VOICE = new Voice();
  private static final String GREETING = "Hello. This is the plumber's. How can I help you today?";

  @Test
  void speechIsLoudAndSilenceIsNot() {
    byte[] speech = VOICE.say(GREETING);
    byte[] silence = new byte[800];
    Arrays.fill(silence, MuLaw.SILENCE);

    assertThat(MuLaw.loudness(speech, 0, speech.length)).isGreaterThan(0.05);
    assertThat(MuLaw.loudness(silence, 0, silence.length)).isZero();
  }

  @Test
  void theWatermarkIsQuietBesideTheSpeech() {
    byte[] plain = VOICE.say(GREETING);
    byte[] marked = Speech.of(VOICE, GREETING, 1).ulaw();

    double signal = 0;
    double noise = 0;
    for (int i = 0; i < plain.length; i++) {
      double sample = MuLaw.decode(plain[i]);
      signal += sample * sample;
      noise += Math.pow(MuLaw.decode(marked[i]) - sample, 2);
    }

    assertThat(10 * Math.log10(signal / noise)).isGreaterThan(25);
  }

  @Test
  void speechCarriesItsOwnWords() {
    Speech speech = Speech.of(VOICE, GREETING, 3);

    assertThat(WatermarkReader.words(speech.ulaw())).isEqualTo(GREETING);
    assertThat(speech.words()).isEqualTo(GREETING);
    assertThat(speech.ulaw().length % MuLaw.FRAME_SAMPLES).isZero();
    assertThat(speech.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void aPauseBetweenSentencesIsShorterThanTheEndOfATurn() {
    byte[] speech = Speech.of(VOICE, GREETING, 4).ulaw();

    int quietest = 0;
    int quiet = 0;
    for (int at = 0; at < speech.length; at += MuLaw.FRAME_SAMPLES) {
      quiet = MuLaw.loudness(speech, at, MuLaw.FRAME_SAMPLES) < 0.01 ? quiet + 20 : 0;
      quietest = Math.max(quietest, quiet);
    }

    assertThat(quietest).isLessThanOrEqualTo(280);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "你好", "\u0000\uD800", "Zażółć gęślą jaźń", "<b>&amp;</b>"})
  void whateverIsWrittenIsHeard(String text) {
    byte[] speech = VOICE.say(text);

    assertThat(MuLaw.loudness(speech, 0, speech.length)).isGreaterThan(0.02);
  }

  @Property(tries = 60)
  void noTextIsTooOddToSay(@ForAll @StringLength(max = 60) String text) {
    assertThat(VOICE.say(text)).isNotEmpty();
  }

  @Property(tries = 100)
  void theFirstPartOfASpeechCarriesItsFirstWords(
      @ForAll @StringLength(min = 1, max = 40) String words,
      @ForAll @IntRange(max = 2_000) int partMs) {
    Speech speech = Speech.of(VOICE, words, 7);
    String whole = new String(words.getBytes(UTF_8), UTF_8);
    byte[] part = Arrays.copyOf(speech.ulaw(), Math.min(speech.ulaw().length, partMs / 20 * 160));

    assertThat(Speech.of(VOICE, whole, 7).wordsUntil(partMs))
        .isEqualTo(WatermarkReader.words(part));
  }

  @Test
  void wideBandSamplesKeepTheWordsAndALawKeepsTheSound() {
    byte[] ulaw = Speech.of(VOICE, GREETING, 8).ulaw();

    assertThat(WatermarkReader.words(Pcm24.toMuLaw(Pcm24.fromMuLaw(ulaw)))).isEqualTo(GREETING);
    byte[] again = ALaw.toMuLaw(ALaw.fromMuLaw(ulaw));
    for (int i = 0; i < ulaw.length; i++) {
      int sample = MuLaw.decode(ulaw[i]);
      assertThat((int) MuLaw.decode(again[i]))
          .isCloseTo(sample, Offset.offset(16 + Math.abs(sample) / 12));
    }
  }

  @Property
  void everySampleSurvivesItsRoundTrip(@ForAll byte ulaw) {
    byte again = MuLaw.encode(MuLaw.decode(ulaw));

    assertThat(MuLaw.decode(again)).isEqualTo(MuLaw.decode(ulaw));
  }
}
