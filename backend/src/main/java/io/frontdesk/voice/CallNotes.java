package io.frontdesk.voice;

import io.frontdesk.call.CallEvents;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Latency;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Usage;
import io.frontdesk.tenancy.Tenancy;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.List;

/// Notes in the record what happens on one call, in order, while nobody waits for it.
final class CallNotes {
  private final CallLog log;
  private final PreparedCall call;
  private final CallWriter writer;
  private final EventNotes events;

  /// @param loop the call's
  CallNotes(CallLog log, CallEvents kept, Tenancy tenancy, PreparedCall call, EventLoop loop) {
    this.log = log;
    this.call = call;
    this.writer = CallWriter.start(call.callSid(), work -> tenancy.run(call.on().tenant(), work));
    this.events =
        new EventNotes(
            loop, writer, chunk -> kept.append(call.on().tenant(), call.on().callId(), chunk));
  }

  /// What happens, event by event.
  EventNotes events() {
    return events;
  }

  void turn(Turn turn) {
    events.handOver();
    writer.add(() -> log.store(call.on().tenant(), call.on().callId(), turn));
  }

  /// What the models took for it since that was last noted.
  void used(List<Usage> usages) {
    if (!usages.isEmpty()) {
      writer.add(() -> log.used(call.on().tenant(), call.on().callId(), usages));
    }
  }

  /// We took leave.
  /// @param then is run when that is noted, on another thread
  void left(Instant at, Runnable then) {
    writer.add(() -> log.status(call.on().tenant(), call.callSid(), "completed", at), then);
  }

  /// The call is over; nothing more will be noted.
  void over(CallState state, Instant at, Latency figures) {
    events.end();
    writer.add(() -> log.close(call.on().tenant(), call.on().callId(), state, at, figures));
    writer.end();
  }

  /// Nothing more will be noted, though the call may go on.
  void nothingMore() {
    events.end();
    writer.end();
  }
}
