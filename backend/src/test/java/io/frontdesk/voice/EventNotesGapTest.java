package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.call.EventChunk;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.recording.Beginning;
import io.frontdesk.conversation.recording.Happening;
import io.netty.channel.DefaultEventLoop;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The log of a call while the database stays away for longer than all can be kept.
class EventNotesGapTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final WritingDesk desk = new WritingDesk();
  private final CallWriter writer = new CallWriter(desk, "CA1", Runnable::run);
  private final List<EventChunk> stored = new CopyOnWriteArrayList<>();
  private final EventNotes notes = new EventNotes(loop, writer, stored::add);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch database = new CountDownLatch(1);

  @AfterEach
  void stop() {
    writer.end(() -> {});
    desk.close();
    loop.shutdownGracefully();
  }

  @Test
  void aLogThatWouldHaveAGapEndsWhereItBegins() throws Exception {
    var beginning = new Beginning(Limits.DEFAULT, Script.english("Acme!", true), NOON);
    loop.submit(() -> notes.begun(beginning)).get();
    stores(this::waitsForTheDatabase);
    asked.await();
    while (writer.hasRoom()) {
      stores(() -> {});
    }
    loop.submit(() -> happens(1)).get();
    database.countDown();
    await().until(writer::hasRoom);
    loop.submit(() -> happens(2)).get();
    loop.submit(notes::end).get();

    await().until(() -> log().contains("cut_short"));
    assertThat(log())
        .contains("\"begun\"")
        .contains("{\"at\":\"2026-11-24T12:00:01Z\",\"type\":\"cut_short\"")
        .doesNotContain("\"type\":\"model_ready\"");
  }

  private String log() {
    return stored.stream().map(EventChunk::json).collect(Collectors.joining());
  }

  private void happens(int second) {
    notes.happened(
        new Happening(new ConversationEvent.ModelReady(), NOON.plusSeconds(second), List.of()));
  }

  private void stores(Runnable entry) {
    writer.add(entry);
  }

  private void waitsForTheDatabase() {
    asked.countDown();
    try {
      database.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
