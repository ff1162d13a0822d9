package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private final Playback playback = new Playback();
  private final List<String> passed = new ArrayList<>();

  @Test
  void isSilentWhenNothingWaits() {
    assertThat(playback.next()).hasSize(160).containsOnly((byte) 0xFF);
  }

  @Test
  void aMarkPassesAtOnceWhenNothingIsPlayed() {
    mark("a");

    assertThat(passed).containsExactly("a");
  }

  @Test
  void aMarkPassesWhenAllSoundBeforeItHasBeenHeard() {
    playback.add(sound(400));
    mark("a");

    playback.next();
    playback.next();
    playback.next();
    assertThat(passed).isEmpty();
    playback.next();

    assertThat(passed).containsExactly("a");
  }

  @Test
  void clearDropsTheSoundAndLetsAllMarksPassInOrder() {
    playback.add(sound(800));
    mark("a");
    playback.add(sound(800));
    mark("b");
    playback.next();

    playback.clear();

    assertThat(passed).containsExactly("a", "b");
    assertThat(playback.next()).containsOnly((byte) 0xFF);
    assertThat(playback.waitingSamples()).isZero();
  }

  @Test
  void playsOnAfterAClear() {
    playback.add(sound(800));
    playback.next();
    playback.clear();

    playback.add(sound(160));
    mark("a");
    assertThat(passed).isEmpty();

    assertThat(playback.next()).isEqualTo(sound(160));
    playback.next();
    assertThat(passed).containsExactly("a");
  }

  @Property
  void whatComesOutIsWhatWentInAndEveryMarkPassesInItsPlace(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 700) Integer> sizes) {
    var fresh = new Playback();
    var in = new ByteArrayOutputStream();
    var heardAtMark = new ArrayList<Integer>();
    var out = new ByteArrayOutputStream();
    var positions = new ArrayList<Integer>();
    for (var size : sizes) {
      var piece = sound(size);
      in.writeBytes(piece);
      fresh.add(piece);
      positions.add(in.size());
      fresh.mark(() -> heardAtMark.add(out.size()));
    }

    while (heardAtMark.size() < sizes.size()) {
      out.writeBytes(fresh.next());
    }

    assertThat(Arrays.copyOf(out.toByteArray(), in.size())).isEqualTo(in.toByteArray());
    for (var i = 0; i < sizes.size(); i++) {
      assertThat(heardAtMark.get(i)).isEqualTo((positions.get(i) + 159) / 160 * 160);
    }
  }

  private void mark(String name) {
    playback.mark(() -> passed.add(name));
  }

  private static byte[] sound(int length) {
    var sound = new byte[length];
    for (var i = 0; i < length; i++) {
      sound[i] = (byte) (i % 100);
    }
    return sound;
  }
}
