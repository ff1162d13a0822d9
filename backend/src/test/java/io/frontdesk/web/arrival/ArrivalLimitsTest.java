package io.frontdesk.web.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalLimitsTest {
  private final ArrivalLimits limits =
      new ArrivalLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 50_000);

  /// A telephone in a van sends half a megabit a second.
  @Test
  void aLargeBodyMayTakeAsLongAsASlowConnectionNeeds() {
    assertThat(limits.bodyWithin(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(limits.bodyWithin(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    assertThat(limits.bodyWithin(10_000_000)).isEqualTo(Duration.ofSeconds(210));
  }

  @Test
  void whatIsTooLargeForAnybodyIsNotWaitedForLonger() {
    assertThat(limits.bodyWithin(Long.MAX_VALUE)).isEqualTo(Duration.ofSeconds(230));
    assertThat(limits.bodyWithin(-1)).isEqualTo(Duration.ofSeconds(30));
  }
}
