package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of what Twilio tells once, where it cannot be entered at once.
class NoticesTest {
  private final WritingDesk desk = new WritingDesk();
  private final Notices notices = new Notices(desk, new Unfinished(), Duration.ofMinutes(1));
  private final AtomicInteger tries = new AtomicInteger();

  @AfterEach
  void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"08006, away", "40P01, a deadlock", "57014, too slow"})
  void whatMayPassIsTriedAgain(String state, String meaning) {
    notices.enter(
        "CA1",
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException(new SQLException(meaning, state));
          }
        });

    assertThat(tries).hasValue(3);
  }

  @Test
  void whatFailsForAnotherReasonIsNotTriedAgain() {
    notices.enter(
        "CA1",
        () -> {
          tries.incrementAndGet();
          throw new IllegalStateException("the call is another tenant's");
        });

    assertThat(tries).hasValue(1);
  }
}
