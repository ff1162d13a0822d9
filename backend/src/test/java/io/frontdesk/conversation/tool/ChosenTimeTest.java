package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenTimeTest {
  private static final ZonedDateTime TEN = ZonedDateTime.parse("2026-11-24T10:00-05:00");
  private static final List<ZonedDateTime> OFFERED =
      List.of(TEN, TEN.plusHours(2), TEN.plusHours(4));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the second one            | 1",
        "The second.               | 1",
        "second                    | 1",
        "I'll take the second one, please. | 1",
        "I\u2019d prefer the 2nd option       | 1",
        "Let's do the third        | 2",
        "the first of those works for me | 0",
        "um, the earlier one would be better | 0",
        "the last one is fine      | 2",
        "the later of the three    | 2",
        "the middle one            | 1",
        "either one works          | 0",
        "any of them is fine       | 0",
        "Can we go with the latter? | 2",
      })
  void whoSaysWhichIsUnderstood(String said, int index) {
    assertThat(ChosenTime.of(said, OFFERED)).contains(OFFERED.get(index));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the second of December",
        "December the second",
        "the second Tuesday",
        "the second week",
        "on the second at ten",
        "not the first one",
        "neither",
        "the first one, but half an hour later",
        "later",
        "any time",
        "earlier, please",
        "wait a second",
        "ten",
        "the fourth",
        "",
      })
  void whoSaysMoreOrSomethingElseMeansThat(String said) {
    assertThat(ChosenTime.of(said, OFFERED)).isEmpty();
  }

  @Test
  void whereNothingWasOfferedThereIsNothingToChoose() {
    assertThat(ChosenTime.of("the second one", List.of())).isEmpty();
    assertThat(ChosenTime.of("the second one", OFFERED.subList(0, 1))).isEmpty();
  }
}
