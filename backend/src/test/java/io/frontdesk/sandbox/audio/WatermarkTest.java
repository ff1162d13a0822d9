package io.frontdesk.sandbox.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final int FRAME = MuLaw.FRAME_SAMPLES;

  @Property(tries = 300)
  void wordsSurviveInPiecesOfAnySizeAtAnySample(
      @ForAll("words") String words,
      @ForAll @IntRange(max = 60) int frames,
      @ForAll @IntRange(max = 400) int silenceBefore,
      @ForAll Random random) {
    byte[] sound = after(silenceBefore, Watermark.embed(noise(frames * FRAME, random), words, 7));
    List<Heard> heard = new ArrayList<>();
    WatermarkReader reader = new WatermarkReader(heard::add);

    for (int at = 0, size; at < sound.length; at += size) {
      size = Math.min(1 + random.nextInt(500), sound.length - at);
      reader.read(sound, at, size);
    }

    assertThat(text(heard)).isEqualTo(words);
    assertThat(heard.getFirst()).isEqualTo(new Heard.Started(7));
    assertThat(heard.getLast()).isEqualTo(new Heard.Ended(7, true));
  }

  @Property(tries = 200)
  void utterancesFollowEachOther(
      @ForAll("words") String first, @ForAll("words") String second, @ForAll Random random) {
    byte[] one = Watermark.embed(noise(3 * FRAME, random), first, 255);
    byte[] two = Watermark.embed(noise(5 * FRAME, random), second, 256);

    assertThat(WatermarkReader.words(joined(one, two))).isEqualTo(first + " " + second);
  }

  @Property(tries = 300)
  void aLostFrameIsNoticed(
      @ForAll("words") String words,
      @ForAll @IntRange(min = 1, max = 40) int frames,
      @ForAll @IntRange(max = 159) int misalignment,
      @ForAll Random random) {
    List<byte[]> parts = frames(words, frames, misalignment, random);

    parts.remove(1 + random.nextInt(parts.size() - 2));

    assertDamaged(words, parts);
  }

  @Property(tries = 300)
  void aDoubledFrameIsNoticed(
      @ForAll("words") String words,
      @ForAll @IntRange(min = 1, max = 40) int frames,
      @ForAll @IntRange(max = 159) int misalignment,
      @ForAll Random random) {
    List<byte[]> parts = frames(words, frames, misalignment, random);

    int doubled = 1 + random.nextInt(parts.size() - 2);
    parts.add(doubled, parts.get(doubled));

    assertDamaged(words, parts);
  }

  @Property(tries = 300)
  void swappedFramesAreNoticed(
      @ForAll("words") String words,
      @ForAll @IntRange(min = 2, max = 40) int frames,
      @ForAll @IntRange(max = 159) int misalignment,
      @ForAll Random random) {
    List<byte[]> parts = frames(words, frames, misalignment, random);
    int one = 1 + random.nextInt(parts.size() - 2);
    int other = 1 + random.nextInt(parts.size() - 2);
    Assume.that(one != other);

    Collections.swap(parts, one, other);

    assertDamaged(words, parts);
  }

  @Property(tries = 300)
  void aFlippedBitIsNoticed(
      @ForAll("words") String words,
      @ForAll @IntRange(min = 1, max = 40) int frames,
      @ForAll Random random) {
    byte[] sound = Watermark.embed(noise(frames * FRAME, random), words, 9);

    sound[random.nextInt(sound.length)] ^= 1;

    assertThat(WatermarkReader.words(sound)).isNotEqualTo(words);
  }

  @Property(tries = 300)
  void soundCutShortGivesTheWordsUpToTheCut(
      @ForAll("words") String words,
      @ForAll @IntRange(min = 1, max = 40) int frames,
      @ForAll @IntRange(max = 4_000) int silenceAfter,
      @ForAll Random random) {
    byte[] sound = Watermark.embed(noise(frames * FRAME, random), words, 11);
    byte[] next = Watermark.embed(noise(FRAME, random), "next", 12);
    byte[] cut = Arrays.copyOf(sound, random.nextInt(sound.length));

    List<Heard> heard = heard(joined(before(cut, silenceAfter), next));

    assertThat(textOf(11, heard)).doesNotContain("\uFFFD").isNotEqualTo(words);
    assertThat(words).startsWith(textOf(11, heard));
    assertThat(textOf(12, heard)).isEqualTo("next");
    assertThat(heard).doesNotContain(new Heard.Ended(11, true));
  }

  @Property(tries = 100)
  void noiseHasNoWords(@ForAll Random random) {
    assertThat(heard(noise(40_000, random))).isEmpty();
  }

  @Test
  void silenceHasNoWords() {
    byte[] silence = new byte[16_000];
    Arrays.fill(silence, 0, 8_000, MuLaw.SILENCE);
    Arrays.fill(silence, 8_000, 16_000, (byte) 0x7F);

    assertThat(heard(silence)).isEmpty();
  }

  @Test
  void anUtteranceEndsWhenNothingFollowsIt() {
    byte[] sound = Watermark.embed(new byte[10 * FRAME], "the quick brown fox", 1);
    List<Heard> heard = new ArrayList<>();
    WatermarkReader reader = new WatermarkReader(heard::add);

    reader.read(before(Arrays.copyOf(sound, 5 * FRAME), 3_200), 0, 5 * FRAME + 3_200);

    assertThat(text(heard)).isEqualTo("the quick");
    assertThat(heard.getLast()).isEqualTo(new Heard.Ended(1, false));
  }

  @Test
  void wordsStandInThePacketsInWhichTheyAreHeard() {
    byte[] sound = Watermark.embed(new byte[20 * FRAME], "one two three four", 1);

    assertThat(WatermarkReader.words(Arrays.copyOf(sound, 10 * FRAME))).isEqualTo("one two t");
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<Integer> anyCharacter =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> (c < 0xD800 || c > 0xDFFF) && c != 0xFFFD);
    Arbitrary<Integer> latin = Arbitraries.integers().between(0x20, 0x17F);
    return Arbitraries.oneOf(latin, anyCharacter)
        .list()
        .ofMinSize(1)
        .ofMaxSize(120)
        .map(
            points -> {
              StringBuilder text = new StringBuilder();
              points.forEach(text::appendCodePoint);
              return text.toString();
            });
  }

  /// Marked sound between two stretches of silence, as frames that start within its first packet.
  private static List<byte[]> frames(String words, int atLeast, int misalignment, Random random) {
    byte[] marked = Watermark.embed(noise(atLeast * FRAME, random), words, 5);
    byte[] sound = before(after(2 * FRAME, marked), 2 * FRAME);
    List<byte[]> parts = new ArrayList<>();
    int first = 2 * FRAME + Math.min(misalignment, marked.length == FRAME ? 0 : FRAME - 1);
    parts.add(Arrays.copyOf(sound, first));
    int at = first;
    for (; at + FRAME <= 2 * FRAME + marked.length; at += FRAME) {
      parts.add(Arrays.copyOfRange(sound, at, at + FRAME));
    }
    parts.add(Arrays.copyOfRange(sound, at, sound.length));
    return parts;
  }

  private static void assertDamaged(String words, List<byte[]> parts) {
    String heard = WatermarkReader.words(joined(parts.toArray(byte[][]::new)));
    assertThat(heard).isNotEqualTo(words);
  }

  private static byte[] noise(int samples, Random random) {
    byte[] noise = new byte[samples];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] after(int silence, byte[] sound) {
    byte[] quiet = new byte[silence];
    Arrays.fill(quiet, MuLaw.SILENCE);
    return joined(quiet, sound);
  }

  private static byte[] before(byte[] sound, int silence) {
    byte[] both = Arrays.copyOf(sound, sound.length + silence);
    Arrays.fill(both, sound.length, both.length, MuLaw.SILENCE);
    return both;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static List<Heard> heard(byte[] sound) {
    List<Heard> heard = new ArrayList<>();
    WatermarkReader reader = new WatermarkReader(heard::add);
    reader.read(sound, 0, sound.length);
    reader.finish();
    return heard;
  }

  private static String text(List<Heard> heard) {
    StringBuilder text = new StringBuilder();
    heard.forEach(
        event -> {
          if (event instanceof Heard.Words words) {
            text.append(words.text());
          }
        });
    return text.toString();
  }

  private static String textOf(int utterance, List<Heard> heard) {
    return text(
        heard.stream()
            .filter(event -> event instanceof Heard.Words words && words.utterance() == utterance)
            .toList());
  }
}
