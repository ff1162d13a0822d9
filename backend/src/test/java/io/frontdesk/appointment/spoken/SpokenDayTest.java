package io.frontdesk.appointment.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days without a time, said on Saturday 21 November 2026.
class SpokenDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-03                       | 2026-12-03
          the third of December            | 2026-12-03
          December 3rd, please             | 2026-12-03
          the 4th of July                  | 2027-07-04
          tomorrow                         | 2026-11-22
          next Friday                      | 2026-11-27
          in two weeks                     | 2026-12-05
          12 May 1984                      | 1984-05-12
          no, not Monday, Tuesday          | 2026-11-24
          """)
  void aDayIsTheNextOneUnlessItsYearIsSaid(String said, LocalDate day) {
    assertThat(SpokenDay.understand(said, TODAY, ZoneId.of("America/New_York")))
        .isEqualTo(new SpokenDay.Day(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "the 31st of February", "Monday or Tuesday"})
  void whatIsNoSingleDayIsAskedBack(String said) {
    assertThat(SpokenDay.understand(said, TODAY, ZoneId.of("America/New_York")))
        .isInstanceOf(SpokenDay.Unclear.class);
  }
}
