package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Latency;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Usage;
import java.time.Instant;
import java.util.List;

/// Notes in the record what happens on one call, in order, while nobody waits for it.
final class CallNotes {
  private final CallLog log;
  private final PreparedCall call;
  private final CallWriter writer;

  CallNotes(CallLog log, PreparedCall call) {
    this.log = log;
    this.call = call;
    this.writer = CallWriter.start(call.callSid());
  }

  void turn(Turn turn) {
    writer.add(() -> log.store(call.on().tenant(), call.on().callId(), turn));
  }

  /// What the models took for it.
  void used(List<Usage> usages) {
    for (Usage usage : usages) {
      writer.add(() -> log.used(call.on().tenant(), call.on().callId(), usage));
    }
  }

  /// We took leave.
  /// @param then is run when that is noted, on another thread
  void left(Instant at, Runnable then) {
    writer.add(
        () -> {
          log.status(call.on().tenant(), call.callSid(), "completed", at);
          then.run();
        });
  }

  /// The call is over; nothing more will be noted.
  void over(CallState state, Instant at, Latency figures) {
    writer.add(() -> log.close(call.on().tenant(), call.on().callId(), state, at, figures));
    writer.end();
  }

  /// Nothing more will be noted, though the call may go on.
  void nothingMore() {
    writer.end();
  }
}
