package io.frontdesk.voice.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  /// How often in a row the same engine goes on after each.
  @ParameterizedTest
  @CsvSource({
    "LINE_BROKE, 3",
    "NO_FRAMES, 0",
    "MODEL_REFUSED, 0",
    "MODEL_NOT_READY, 0",
    "NO_FIRST_WORD, 0",
    "MODEL_EXHAUSTED, 0",
    "MODEL_LOST, 1",
    "MODEL_QUIET, 1",
    "NO_ANSWER, 1",
    "ANSWER_NOT_COMPLETE, 1",
    "RESPONSE_FAILED, 1"
  })
  void whatIsBorneHowOften(Fault fault, int times) {
    assertThat(Stream.iterate(1, n -> n + 1).takeWhile(fault::isBorne)).hasSize(times);
  }

  @ParameterizedTest
  @EnumSource
  void eachIsKnownByItsReason(Fault fault) {
    assertThat(Fault.of(fault.reason())).isSameAs(fault);
  }

  @Test
  void whatNobodyToldIsTheLinesAndWhatNobodyKnowsTheModels() {
    assertThat(Fault.of(null)).isSameAs(Fault.LINE_BROKE);
    assertThat(Fault.of("who_knows")).isSameAs(Fault.MODEL_LOST);
  }
}
