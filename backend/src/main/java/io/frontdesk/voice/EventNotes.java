package io.frontdesk.voice;

import io.frontdesk.call.CallEvent;
import io.frontdesk.call.EventChunk;
import io.frontdesk.conversation.recording.Beginning;
import io.frontdesk.conversation.recording.Happening;
import io.frontdesk.conversation.recording.LogFormat;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has every event of a conversation written down with what it led to, some at a time: whoever
/// kills this process takes the last two seconds of the log with it, and no more. Events are given
/// on the call's event loop, and become text on the thread of its [CallWriter].
final class EventNotes {
  /// How long an event waits for others to be stored with.
  private static final Duration GATHERING = Duration.ofSeconds(2);

  private final EventLoop loop;
  private final CallWriter writer;
  private final Consumer<EventChunk> store;
  private final EventText text = new EventText();
  private List<Supplier<CallEvent>> gathered = new ArrayList<>();
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Instant lostSince;

  /// @param store keeps a chunk; may block, may throw, and may be asked again
  EventNotes(EventLoop loop, CallWriter writer, Consumer<EventChunk> store) {
    this.loop = loop;
    this.writer = writer;
    this.store = store;
  }

  void begun(Beginning beginning) {
    add(beginning.at(), () -> LogFormat.of(beginning));
  }

  void happened(Happening happening) {
    add(happening.at(), () -> LogFormat.of(happening));
  }

  /// Nothing more will happen.
  void end() {
    Instant lost = lostSince;
    if (lost != null) {
      gathered.add(() -> LogFormat.cutShort(lost));
    }
    handOver();
  }

  private void add(Instant at, Supplier<CallEvent> event) {
    if (lostSince != null) {
      return;
    }
    if (!writer.hasRoom()) {
      lostSince = at; // what comes after a gap could not be replayed
      return;
    }
    gathered.add(event);
    if (timer == null) {
      timer = loop.schedule(this::handOver, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Has what was gathered so far stored now, with what is about to be.
  void handOver() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    if (!gathered.isEmpty()) {
      writer.add(new Batch(gathered));
      gathered = new ArrayList<>();
    }
  }

  /// Stores events, which become text once, however often they are stored.
  private final class Batch implements Runnable {
    private final List<Supplier<CallEvent>> events;
    private @Nullable EventChunk chunk;

    Batch(List<Supplier<CallEvent>> events) {
      this.events = events;
    }

    @Override
    public void run() {
      if (chunk == null) {
        chunk = text.of(events);
      }
      if (chunk.count() > 0) {
        store.accept(chunk);
      }
    }
  }
}
