package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.voice.Playback.Cut;
import io.frontdesk.voice.Playback.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// Plays random answers into an exact line and compares what `Playback` believes with what the line
/// knows.
class PlaybackPropertyTest {
  private final Playback playback = new Playback(Duration.ofSeconds(2));
  private final LineBuffer line = new LineBuffer();
  private final Map<String, Long> sent = new HashMap<>();
  private final Set<String> marks = new HashSet<>();
  private final Set<String> over = new HashSet<>();
  private final List<LineBuffer.Echo> late = new ArrayList<>();
  private boolean punctual = true;
  private int item = 1;

  sealed interface Step {
    record Send(int samples) implements Step {}

    record End() implements Step {}

    record Play(int ms) implements Step {}

    /// Time passes, but no mark comes back before the next time it does.
    record Stall(int ms) implements Step {}

    record BargeIn() implements Step {}
  }

  @Property(tries = 1000)
  void truncationIsNeverPastWhatWasHeardAndExactToAMillisecondUnlessMarksAreLate(
      @ForAll("steps") List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Step.Send(int samples) -> send(samples);
        case Step.End() -> end();
        case Step.Play(int ms) -> play(ms);
        case Step.Stall(int ms) -> stall(ms);
        case Step.BargeIn() -> bargeIn();
      }
    }
  }

  private void send(int samples) {
    String name = "item_" + item;
    assertThat(playback.refuses("r_" + item)).isFalse();
    line.audio(name, samples);
    sent.merge(name, (long) samples, Long::sum);
    mark(playback.sent("r_" + item, name, 0, samples, line.nowMs()));
    playback.said("r_" + item, name, "word ");
  }

  private void end() {
    String mark = playback.ended("item_" + item, line.nowMs());
    assertThat(mark != null).isEqualTo(sent.containsKey("item_" + item));
    mark(mark);
    if (mark != null) {
      item++;
    }
  }

  private void mark(@Nullable String mark) {
    if (mark == null) {
      return;
    }
    assertThat(marks.add(mark)).as("a mark is unique in its call").isTrue();
    line.mark(mark);
  }

  private void play(int ms) {
    late.forEach(echo -> echo(echo.mark(), line.nowMs()));
    late.clear();
    line.play(ms).forEach(echo -> echo(echo.mark(), echo.atMs()));
  }

  private void stall(int ms) {
    late.addAll(line.play(ms));
    punctual = false;
  }

  private void echo(String mark, long atMs) {
    for (Heard heard : playback.heard(mark, atMs)) {
      assertThat(line.played(heard.itemId())).isEqualTo(sent.get(heard.itemId()));
      assertThat(over.add(heard.itemId())).as("an item is over once").isTrue();
    }
  }

  private void bargeIn() {
    List<Cut> cuts = playback.bargeIn(line.nowMs());
    for (Cut cut : cuts) {
      long truthMs = line.played(cut.itemId()) / 8;
      assertThat(cut.audioEndMs()).isBetween(punctual ? truthMs - 1 : 0, truthMs);
      assertThat(cut.audioEndMs()).isLessThanOrEqualTo(sent.getOrDefault(cut.itemId(), 0L) / 8);
      assertThat(cut.words()).startsWith(cut.heardWords());
      assertThat(over.add(cut.itemId())).as("an item is over once").isTrue();
    }
    assertThat(playback.isSpeaking()).isFalse();
    late.addAll(line.clear());
    for (LineBuffer.Echo echo : late) {
      assertThat(playback.heard(echo.mark(), echo.atMs())).isEmpty();
    }
    late.clear();
    if (sent.containsKey("item_" + item)) {
      assertThat(playback.refuses("r_" + item)).isTrue();
      item++;
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> send = Arbitraries.integers().between(1, 6000).map(Step.Send::new);
    Arbitrary<Step> little = Arbitraries.integers().between(1, 300).map(Step.Send::new);
    Arbitrary<Step> play = Arbitraries.integers().between(1, 900).map(Step.Play::new);
    Arbitrary<Step> stall = Arbitraries.integers().between(1, 2000).map(Step.Stall::new);
    return Arbitraries.frequencyOf(
            Tuple.of(4, send),
            Tuple.of(4, little),
            Tuple.of(4, play),
            Tuple.of(1, stall),
            Tuple.of(2, Arbitraries.just(new Step.End())),
            Tuple.of(1, Arbitraries.just(new Step.BargeIn())))
        .list()
        .ofMaxSize(40);
  }
}
