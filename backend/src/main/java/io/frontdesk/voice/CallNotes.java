package io.frontdesk.voice;

import io.frontdesk.access.Allowance.Money;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Latency;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Usage;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.voice.ladder.Fault;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notes in the record what happens on one call, in order, while nobody waits for it. Of one event
/// loop only.
final class CallNotes {
  /// How long a turn waits for the one that ends with it: to store both together costs half, and
  /// whoever is killed meanwhile would have taken the words with them that were being said.
  private static final Duration GATHERING = Duration.ofMillis(500);

  private final CallLog log;
  private final TransferDesk transfers;
  private final CallResumptions resumptions;
  private final CallRecordings recordings;
  private final PreparedCall call;
  private final EventLoop loop;
  private final CallWriter writer;
  private final EventNotes events;
  private final List<Runnable> gathered = new ArrayList<>();
  private @Nullable ScheduledFuture<?> timer;

  CallNotes(
      CallLog log,
      TransferDesk transfers,
      CallResumptions resumptions,
      CallRecordings recordings,
      PreparedCall call,
      EventLoop loop,
      CallWriter writer,
      EventNotes events) {
    this.log = log;
    this.transfers = transfers;
    this.resumptions = resumptions;
    this.recordings = recordings;
    this.call = call;
    this.loop = loop;
    this.writer = writer;
    this.events = events;
  }

  /// What happens, event by event.
  EventNotes events() {
    return events;
  }

  void turn(Turn turn) {
    gather(() -> log.store(call.on().tenant(), call.on().callId(), turn));
  }

  private void gather(Runnable entry) {
    gathered.add(entry);
    if (timer == null) {
      timer = loop.schedule(this::handOver, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void handOver() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
      events.handOver();
      gathered.forEach(writer::add);
      gathered.clear();
    }
  }

  private void add(Runnable entry) {
    add(entry, () -> {});
  }

  private void add(Runnable entry, Runnable then) {
    handOver();
    writer.add(entry, then);
  }

  private void end(Runnable last) {
    handOver();
    events.end();
    writer.end(last);
  }

  /// The first word is heard: who need not be told is recorded from now on.
  void recorded() {
    add(() -> recordings.answered(call.on().tenant(), call.on().callId()));
  }

  /// The caller has heard that the call may be recorded: from now on it is.
  void announced() {
    add(() -> recordings.noticeHeard(call.on().tenant(), call.on().callId()));
  }

  /// What the models took for it since that was last noted.
  void used(List<Usage> usages) {
    if (!usages.isEmpty()) {
      gather(() -> log.used(call.on().tenant(), call.on().callId(), usages));
    }
  }

  /// The same while the call goes on.
  /// @param spent is run, on another thread, each time if the call has cost as much as one may
  void used(List<Usage> usages, Runnable spent) {
    used(usages);
    Money most = call.limits().spend();
    if (!usages.isEmpty() && most != null) {
      gather(
          () -> {
            if (log.cost(call.on().tenant(), call.on().callId()) >= most.amountMicros()) {
              spent.run();
            }
          });
    }
  }

  /// We took leave.
  /// @param then is run when that is noted, on another thread
  void left(Instant at, Runnable then) {
    add(() -> log.status(call.on().tenant(), call.callSid(), "completed", at), then);
  }

  /// The caller has heard that somebody will be rung.
  /// @param then is run when that is noted, on another thread
  void announced(Runnable then) {
    add(
        () ->
            transfers.happenedOn(
                call.on().tenant(), call.on().callId(), new TransferEvent.Announced()),
        then);
  }

  /// The call is over; nothing more will be noted.
  void over(CallState state, Instant at, Latency figures) {
    end(() -> log.close(call.on().tenant(), call.on().callId(), state, at, figures));
  }

  /// What serves the call cannot go on with it.
  /// @param then is run when that is noted, on another thread
  void failed(Fault fault, Instant at, Runnable then) {
    add(() -> resumptions.failed(call.on().tenant(), call.on().callId(), fault.reason(), at), then);
  }

  /// The carrier has ended the stream.
  void hungUp(Instant at, Latency figures) {
    end(
        () ->
            resumptions.hungUp(
                call.on().tenant(), call.on().callId(), CallState.COMPLETED, at, figures));
  }

  /// The stream ended; the call goes on without it.
  void interrupted(Latency figures) {
    end(() -> resumptions.interrupted(call.on().tenant(), call.on().callId(), figures));
  }

  /// Nothing more will be noted, though the call may go on.
  void nothingMore() {
    end(() -> {});
  }
}
