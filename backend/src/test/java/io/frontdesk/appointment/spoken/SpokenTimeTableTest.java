package io.frontdesk.appointment.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What callers say on the days around a change of the clocks, in four zones and two orders of day
/// and month. The instants were worked out from the calendar by another implementation of the time
/// zones, not with the code that is tested.
class SpokenTimeTableTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/spoken-times.csv", delimiter = '|')
  void aPhraseMeansAnInstantOrIsAskedBack(
      LocalDateTime clock, String zone, String phrase, String instant) {
    var understood = SpokenTime.understand(phrase, clock.atZone(ZoneId.of(zone)));

    if (instant.equals("?")) {
      assertThat(understood)
          .isInstanceOfSatisfying(
              SpokenTime.Unclear.class, unclear -> assertThat(unclear.question()).endsWith("?"));
    } else {
      assertThat(understood)
          .isInstanceOfSatisfying(
              SpokenTime.Moment.class,
              moment -> assertThat(moment.at().toInstant()).isEqualTo(Instant.parse(instant)));
    }
  }
}
