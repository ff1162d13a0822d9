package io.frontdesk.voice;

import io.frontdesk.conversation.Conversation;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import io.frontdesk.conversation.Unfinished;
import io.frontdesk.conversation.recording.Beginning;
import io.frontdesk.conversation.recording.Happening;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a [Conversation] through what happens on its call, one event after the other, and tells it
/// when time has passed. Of one event loop only.
final class Dialogue {
  /// Where this machine stood still itself, what came meanwhile is read before time has passed.
  private static final Duration STOOD_STILL = Duration.ofMillis(500);

  private final EventLoop loop;
  private final Clock clock;
  private final Consumer<Effect> hands;
  private final Runnable audience;
  private final EventNotes notes;
  private final Lookout lookout;
  private final Deque<ConversationEvent> events = new ArrayDeque<>();
  private Conversation conversation;
  private boolean handling;
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Instant timerAt;
  private boolean stoodStill;

  /// @param lookout tells what follows from the caller's words
  /// @param notes writes down what happens
  /// @param hands carries effects out; may report what happens with [#happened]
  /// @param audience is told when something may have changed
  Dialogue(
      Beginning beginning,
      Lookout lookout,
      EventNotes notes,
      EventLoop loop,
      Clock clock,
      Consumer<Effect> hands,
      Runnable audience) {
    this.conversation = beginning.conversation();
    this.lookout = lookout;
    this.notes = notes;
    this.loop = loop;
    this.clock = clock;
    this.hands = hands;
    this.audience = audience;
    notes.begun(beginning);
  }

  /// Begins to watch the time.
  void begin() {
    schedule();
  }

  void happened(ConversationEvent event) {
    events.addLast(event);
    if (handling) {
      return; // an effect led to it: its turn comes after that effect's fellows
    }
    handling = true;
    try {
      while (!events.isEmpty()) {
        ConversationEvent next = events.removeFirst();
        Instant now = clock.instant();
        boolean matters = !conversation.isOver();
        var step = conversation.on(next, now);
        conversation = step.next();
        if (matters) {
          notes.happened(new Happening(next, now, step.effects()));
        }
        step.effects().forEach(hands);
        lookout.happened(next).ifPresent(events::addLast);
      }
    } finally {
      handling = false;
    }
    audience.run();
    schedule();
  }

  /// Whether nobody says or does anything, nor is about to.
  boolean isQuiet() {
    return events.isEmpty() && conversation.isQuiet();
  }

  /// The turns that are not part of the record yet.
  List<Unfinished> unfinished() {
    return conversation.unfinished();
  }

  /// Watches the time no longer.
  void stop() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  /// Has time tell the conversation that it passes, when that will matter.
  private void schedule() {
    Optional<Instant> deadline = conversation.deadline();
    if (deadline.isPresent() && deadline.get().equals(timerAt)) {
      return;
    }
    stop();
    timer = null;
    timerAt = deadline.orElse(null);
    if (timerAt != null) {
      long delayMs = Math.max(0, Duration.between(clock.instant(), timerAt).toMillis() + 1);
      stoodStill = false;
      timer = loop.schedule(this::timePassed, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  private void timePassed() {
    boolean late = timerAt != null && clock.instant().isAfter(timerAt.plus(STOOD_STILL));
    if (late && !stoodStill) {
      stoodStill = true;
      timer = loop.schedule(this::timePassed, STOOD_STILL.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    timerAt = null;
    happened(new ConversationEvent.TimePassed());
  }
}
