package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is written down of one call while the database stays away.
class CallWriterTest {
  private final WritingDesk desk = new WritingDesk();

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void theEndOfACallIsWrittenDownThoughNothingElseHasRoom() throws Exception {
    var database = new CountDownLatch(1);
    var over = new AtomicBoolean();
    var more = new AtomicBoolean();
    CallWriter writer = new CallWriter(desk, "CA1", Runnable::run);
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

  @Test
  void whatWaitedWhileTheDatabaseWasAwayIsStoredInOrder() throws Exception {
    var away = new AtomicInteger(3);
    var stored = new CopyOnWriteArrayList<Integer>();
    var writer = new CallWriter(desk, "CA1", Runnable::run);
    for (int i = 0; i < 100; i++) {
      int number = i;
      writer.add(
          () -> {
            if (number == 20 && away.getAndDecrement() > 0) {
              throw new IllegalStateException("the database is away");
            }
            stored.addIfAbsent(number);
          });
    }
    writer.end(() -> stored.add(100));

    writer.done().get(60, TimeUnit.SECONDS);
    assertThat(stored).containsExactlyElementsOf(IntStream.rangeClosed(0, 100).boxed().toList());
  }

  @Test
  void oneEntryThatBreaksTakesNoOtherWithIt() throws Exception {
    var stored = new CopyOnWriteArrayList<Integer>();
    var writer = new CallWriter(desk, "CA1", Runnable::run);
    writer.add(() -> stored.addIfAbsent(1));
    writer.add(
        () -> {
          throw new AssertionError("a class is missing");
        });
    writer.end(() -> stored.addIfAbsent(2));

    writer.done().get(60, TimeUnit.SECONDS);
    assertThat(stored).containsExactly(1, 2);
  }

  /// One that waits for something else than the database holds up nobody.
  @Test
  void callsAreWrittenDownBesideEachOther() throws Exception {
    var first = new CountDownLatch(1);
    var waiting = new CallWriter(desk, "CA1", Runnable::run);
    waiting.add(() -> waitFor(first));
    var other = new CallWriter(desk, "CA2", Runnable::run);

    other.end(first::countDown);

    other.done().get(60, TimeUnit.SECONDS);
    waiting.end(() -> {});
    waiting.done().get(60, TimeUnit.SECONDS);
  }

  private static void waitFor(CountDownLatch database) {
    try {
      database.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
