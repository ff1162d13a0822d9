package io.frontdesk.sandbox.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CueTest {
  @Test
  void hearsWholeWordsInAnyCase() {
    assertThat(new Cue("name").hear("May I have your NAME?")).isPresent();
    assertThat(new Cue("name").hear("Rename it")).isEmpty();
    assertThat(new Cue("what day").hear("On what  day?")).isPresent();
  }

  @Test
  void aStarStandsForTheRestOfAWord() {
    assertThat(new Cue("fix*").hear("What needs fixing?")).isPresent();
    assertThat(new Cue("fix*").hear("Can we fix it?")).isPresent();
    assertThat(new Cue("fix*").hear("A prefix")).isEmpty();
    assertThat(new Cue("need* help").hear("Who needs help?")).isPresent();
  }

  @Test
  void aBlankTakesWhatIsSaidThere() {
    var cue = new Cue("free are {time}");

    assertThat(cue.hear("Free are Thursday at 10:30, Friday or Monday.").orElseThrow())
        .containsEntry("time", "Thursday at 10:30");
    assertThat(cue.hear("Free are Thursday at 14:00 or Friday.").orElseThrow())
        .containsEntry("time", "Thursday at 14:00");
    assertThat(cue.hear("Free are Thursday at 14:00.").orElseThrow())
        .containsEntry("time", "Thursday at 14:00");
  }

  @Test
  void signsAreOnlySigns() {
    assertThat(new Cue("a.b").hear("axb")).isEmpty();
    assertThat(new Cue("e-mail").hear("Your e-mail, please")).isPresent();
  }
}
