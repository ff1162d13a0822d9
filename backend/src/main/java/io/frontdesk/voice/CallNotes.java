package io.frontdesk.voice;

import io.frontdesk.access.Allowance.Money;
import io.frontdesk.call.CallEvents;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Latency;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Usage;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.voice.ladder.Fault;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Notes in the record what happens on one call, in order, while nobody waits for it.
final class CallNotes {
  private final CallLog log;
  private final TransferDesk transfers;
  private final CallResumptions resumptions;
  private final CallRecordings recordings;
  private final PreparedCall call;
  private final CallWriter writer;
  private final EventNotes events;

  /// @param loop the call's
  CallNotes(
      CallLog log,
      TransferDesk transfers,
      CallResumptions resumptions,
      CallEvents kept,
      CallRecordings recordings,
      Tenancy tenancy,
      PreparedCall call,
      EventLoop loop) {
    this.log = log;
    this.transfers = transfers;
    this.resumptions = resumptions;
    this.recordings = recordings;
    this.call = call;
    this.writer = CallWriter.start(call.callSid(), work -> tenancy.run(call.on().tenant(), work));
    this.events =
        new EventNotes(
            loop, writer, chunk -> kept.append(call.on().tenant(), call.on().callId(), chunk));
  }

  /// Completed when nothing more is to be stored.
  CompletableFuture<?> done() {
    return writer.done();
  }

  /// What happens, event by event.
  EventNotes events() {
    return events;
  }

  void turn(Turn turn) {
    events.handOver();
    writer.add(() -> log.store(call.on().tenant(), call.on().callId(), turn));
  }

  /// The first word is heard: who need not be told is recorded from now on.
  void recorded() {
    writer.add(() -> recordings.answered(call.on().tenant(), call.on().callId()));
  }

  /// The caller has heard that the call may be recorded: from now on it is.
  void announced() {
    writer.add(() -> recordings.noticeHeard(call.on().tenant(), call.on().callId()));
  }

  /// What the models took for it since that was last noted.
  void used(List<Usage> usages) {
    if (!usages.isEmpty()) {
      writer.add(() -> log.used(call.on().tenant(), call.on().callId(), usages));
    }
  }

  /// The same while the call goes on.
  /// @param spent is run, on another thread, each time if the call has cost as much as one may
  void used(List<Usage> usages, Runnable spent) {
    used(usages);
    Money most = call.limits().spend();
    if (!usages.isEmpty() && most != null) {
      writer.add(
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
    writer.add(() -> log.status(call.on().tenant(), call.callSid(), "completed", at), then);
  }

  /// The caller has heard that somebody will be rung.
  /// @param then is run when that is noted, on another thread
  void announced(Runnable then) {
    writer.add(
        () ->
            transfers.happenedOn(
                call.on().tenant(), call.on().callId(), new TransferEvent.Announced()),
        then);
  }

  /// The call is over; nothing more will be noted.
  void over(CallState state, Instant at, Latency figures) {
    events.end();
    writer.end(() -> log.close(call.on().tenant(), call.on().callId(), state, at, figures));
  }

  /// What serves the call cannot go on with it.
  /// @param then is run when that is noted, on another thread
  void failed(Fault fault, Instant at, Runnable then) {
    writer.add(
        () -> resumptions.failed(call.on().tenant(), call.on().callId(), fault.reason(), at), then);
  }

  /// The carrier has ended the stream.
  void hungUp(Instant at, Latency figures) {
    events.end();
    writer.end(
        () ->
            resumptions.hungUp(
                call.on().tenant(), call.on().callId(), CallState.COMPLETED, at, figures));
  }

  /// The stream ended; the call goes on without it.
  void interrupted(Latency figures) {
    events.end();
    writer.end(() -> resumptions.interrupted(call.on().tenant(), call.on().callId(), figures));
  }

  /// Nothing more will be noted, though the call may go on.
  void nothingMore() {
    events.end();
    writer.end(() -> {});
  }
}
