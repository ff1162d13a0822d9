package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;

/// Who comes first where there is not enough of the processor.
class EventLoopThreadsTest {
  private static final String NAME = "event-loop-";

  @Test
  void theThreadsOnWhichPeopleTalkAskToComeFirst() {
    Owner.signUp(RunningService.shared(), "Ace");

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith(NAME))
        .isNotEmpty()
        .allSatisfy(loop -> assertThat(loop.getPriority()).isEqualTo(Thread.MAX_PRIORITY));
  }
}
