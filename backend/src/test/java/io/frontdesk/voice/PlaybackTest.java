package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.voice.Playback.Cut;
import io.frontdesk.voice.Playback.Heard;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final int HUNDRED_MS = 800;
  private final Playback playback = new Playback(Duration.ofSeconds(2), 100);

  @Test
  void anItemIsHeardWhenItsLastMarkComesBack() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.saidAll("item_1", "Hello there");
    String last = Objects.requireNonNull(playback.ended("item_1", 0));

    assertThat(playback.heard(first, 100)).isEmpty();
    assertThat(playback.isSpeaking()).isTrue();
    assertThat(playback.heard(last, 100)).containsExactly(new Heard("item_1", "Hello there"));
    assertThat(playback.isSpeaking()).isFalse();
  }

  @Test
  void aMarkStandsForThoseBeforeIt() {
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);
    String last = Objects.requireNonNull(playback.ended("item_1", 0));

    assertThat(playback.heard(last, 100)).hasSize(1);
  }

  @Test
  void bargeInCutsTheItemAtTheLastMarkHeard() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);
    playback.heard(first, 100);

    assertThat(playback.bargeIn(100)).extracting(Cut::audioEndMs).containsExactly(100L);
  }

  /// A quarter of a second on its way, as over a slow network.
  @Test
  void nothingIsHeardBeforeTheLineBeginsToPlay() {
    String begun = Objects.requireNonNull(playback.begins("r", "item_1", 0));
    playback.sent("r", "item_1", 0, 10 * HUNDRED_MS, 0);
    assertThat(playback.begins("r", "item_1", 0)).as("while it plays").isNull();

    assertThat(playback.heard(begun, 250)).isEmpty();

    assertThat(playback.bargeIn(400)).extracting(Cut::audioEndMs).containsExactly(130L);
  }

  @Test
  void whatIsStillOnItsWayWasNotHeard() {
    playback.begins("r", "item_1", 0);
    playback.sent("r", "item_1", 0, 10 * HUNDRED_MS, 0);

    assertThat(playback.bargeIn(400)).extracting(Cut::audioEndMs).containsExactly(0L);
  }

  @Test
  void aMarkIsLateOnceItsSoundShouldHaveBeenPlayed() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.sent("r", "item_1", 0, 10 * HUNDRED_MS, 0);
    assertThat(playback.overdueMs(9000)).as("no mark ever came back").isEqualTo(8900);

    playback.heard(first, 100);

    assertThat(playback.overdueMs(1100)).isZero();
    assertThat(playback.overdueMs(6100)).isEqualTo(5000);
    playback.bargeIn(6100);
    assertThat(playback.overdueMs(9000)).as("after a clear").isZero();
  }

  @Test
  void aLineOnWhichMarksCameBackIsStuckWhenOneIsMuchLaterThanThey() {
    hearsMarks(10, 300);

    playback.sent("r", "item_1", 0, HUNDRED_MS, 10_000);
    assertThat(playback.isStuck(10_100 + 300 + 1999)).isFalse();
    assertThat(playback.isStuck(10_100 + 300 + 2000)).isTrue();
  }

  @Test
  void aLineThatIsNotKnownYetMayBeSlow() {
    hearsMarks(9, 300);

    playback.sent("r", "item_1", 0, HUNDRED_MS, 10_000);
    assertThat(playback.isStuck(10_100 + 4999)).isFalse();
    assertThat(playback.isStuck(10_100 + 5000)).isTrue();
  }

  @Test
  void noLineMayBeSlowerThanThat() {
    hearsMarks(30, 4000);

    playback.sent("r", "item_1", 0, HUNDRED_MS, 1_000_000);
    assertThat(playback.isStuck(1_000_100 + 5000)).isTrue();
  }

  /// So many pieces of sound are played, each so much later than the line could have.
  private void hearsMarks(int count, int lateMs) {
    for (int i = 0; i < count; i++) {
      long sentMs = i * (100L + lateMs);
      String mark = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, sentMs));
      playback.heard(mark, sentMs + 100 + lateMs);
    }
  }

  /// The model paused, not the line.
  @Test
  void aPauseBetweenPiecesIsNoDelay() {
    playback.sent("r", "item_1", 0, HUNDRED_MS / 2, 0);
    playback.sent("r", "item_1", 0, HUNDRED_MS, 1500);

    assertThat(playback.overdueMs(1600)).isZero();
    assertThat(playback.overdueMs(1700)).isEqualTo(100);
  }

  @Test
  void anEndThatIsToldLateIsNotLateItself() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.heard(first, 100);
    playback.ended("item_1", 1600);

    assertThat(playback.overdueMs(1650)).isEqualTo(50);
  }

  @Test
  void whatHasNoMarkYetIsNotLate() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.heard(first, 100);
    playback.sent("r", "item_1", 0, HUNDRED_MS / 2, 100);

    assertThat(playback.overdueMs(9000)).isZero();
  }

  @Test
  void betweenMarksTheTimeTellsHowMuchWasHeard() {
    playback.sent("r", "item_1", 0, 4 * HUNDRED_MS, 1000);

    assertThat(playback.bargeIn(1250)).extracting(Cut::audioEndMs).containsExactly(250L);
  }

  @Test
  void noMoreIsHeardThanWasSentHoweverLateTheMarkIs() {
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);

    assertThat(playback.bargeIn(5000)).extracting(Cut::audioEndMs).containsExactly(100L);
  }

  @Test
  void audioAfterAPauseIsHeardFromItsOwnStart() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.heard(first, 100);
    playback.sent("r", "item_1", 0, HUNDRED_MS, 700);

    assertThat(playback.bargeIn(730)).extracting(Cut::audioEndMs).containsExactly(130L);
  }

  @Test
  void littlePiecesShareAMark() {
    for (int ms = 0; ms < 80; ms += 20) {
      assertThat(playback.sent("r", "item_1", 0, HUNDRED_MS / 5, ms)).isNull();
    }

    assertThat(playback.sent("r", "item_1", 0, HUNDRED_MS / 5, 80)).isEqualTo("1:1");
    assertThat(playback.sent("r", "item_1", 0, HUNDRED_MS / 5, 100)).isNull();
  }

  @Test
  void aPauseBetweenTwoPiecesOfOneMarkIsNoSound() {
    playback.sent("r", "item_1", 0, HUNDRED_MS / 5, 0);
    playback.sent("r", "item_1", 0, HUNDRED_MS, 700);

    assertThat(playback.bargeIn(730)).extracting(Cut::audioEndMs).containsExactly(50L);
  }

  @Test
  void wordsAreSplitWhereTheSoundWasCut() {
    playback.sent("r", "item_1", 0, 10 * HUNDRED_MS, 0);
    playback.saidAll("item_1", "one two three four five six");
    playback.ended("item_1", 0);

    assertThat(playback.bargeIn(500))
        .containsExactly(
            new Cut("item_1", 0, 500, "one two three four five six", "one two three", true));
  }

  @Test
  void wordsThatRanAheadOfTheirSoundAreNotHeard() {
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);
    playback.said("r", "item_1", "This is a long sentence of which ");
    playback.said("r", "item_1", "hardly a word was made into sound.");

    assertThat(playback.bargeIn(100)).extracting(Cut::heardWords).containsExactly("");
  }

  @Test
  void anItemWhoseLastMarkIsOnItsWayWasNotInterrupted() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.saidAll("item_1", "Goodbye");
    playback.ended("item_1", 0);
    playback.heard(first, 100);

    assertThat(playback.bargeIn(110))
        .containsExactly(new Cut("item_1", 0, 100, "Goodbye", "Goodbye", false));
  }

  @Test
  void marksThatClearingBringsBackProveNothing() {
    String first = Objects.requireNonNull(playback.sent("r", "item_1", 0, HUNDRED_MS, 0));
    playback.bargeIn(10);
    playback.sent("r2", "item_2", 0, HUNDRED_MS, 20);

    assertThat(playback.heard(first, 20)).isEmpty();
    assertThat(playback.heard("1:2", 20)).isEmpty();
    assertThat(playback.bargeIn(20)).extracting(Cut::audioEndMs).containsExactly(0L);
  }

  @Test
  void strangeMarksProveNothing() {
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);

    for (String mark : new String[] {"", "1", "1:", "1:x", "1:99", "1:99999999999", "2:1", "é"}) {
      assertThat(playback.heard(mark, 50)).isEmpty();
    }
    assertThat(playback.bargeIn(60)).extracting(Cut::audioEndMs).containsExactly(60L);
  }

  @Test
  void lateAudioOfAnInterruptedAnswerIsRefused() {
    playback.sent("r", "item_1", 0, HUNDRED_MS, 0);
    playback.bargeIn(10);

    assertThat(playback.refuses("r")).isTrue();
    assertThat(playback.refuses("r2")).isFalse();
  }

  @Test
  void anAnswerCanBeRefusedBeforeItMadeASound() {
    playback.said("r", "item_1", "Hello");
    playback.discard("r");

    assertThat(playback.refuses("r")).isTrue();
    assertThat(playback.bargeIn(0)).isEmpty();
  }

  @Test
  void anItemWithoutSoundIsNotSpoken() {
    playback.said("r", "item_1", "Hello");

    assertThat(playback.isSpeaking()).isFalse();
    assertThat(playback.ended("item_1", 0)).isNull();
    assertThat(playback.ended("never", 0)).isNull();
  }
}
