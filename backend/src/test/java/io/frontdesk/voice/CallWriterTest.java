package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What is written down of one call while the database stays away.
class CallWriterTest {
  @Test
  void theEndOfACallIsWrittenDownThoughNothingElseHasRoom() throws Exception {
    var database = new CountDownLatch(1);
    var over = new AtomicBoolean();
    var more = new AtomicBoolean();
    CallWriter writer = CallWriter.start("CA1", Runnable::run);
    for (int i = 0; i < 5000; i++) {
      writer.add(() -> waitFor(database));
    }
    writer.add(() -> more.set(true));

    writer.end(() -> over.set(true));
    database.countDown();

    writer.done().get(60, TimeUnit.SECONDS);
    assertThat(over).isTrue();
    assertThat(more).as("there was no room for it").isFalse();
  }

  private static void waitFor(CountDownLatch database) {
    try {
      database.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
