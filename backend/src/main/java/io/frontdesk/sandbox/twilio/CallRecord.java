package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.caller.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A call to one of the numbers, as Twilio keeps it and as it is taken up again after a restart.
///
/// @param scenario what the caller follows
/// @param sandboxStart what the business's clock read when the call began; null = the real time
/// @param step what comes next; null once the call is over
/// @param progress what the caller remembers
/// @param callbackDue whether the status callback still has to be sent
record CallRecord(
    String sid,
    String accountSid,
    String numberSid,
    String from,
    String to,
    CallStatus status,
    String scenario,
    @Nullable LocalDateTime sandboxStart,
    Instant createdAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable Step step,
    Progress progress,
    boolean callbackDue) {

  CallRecord answered(Instant now) {
    return new CallRecord(
        sid,
        accountSid,
        numberSid,
        from,
        to,
        CallStatus.IN_PROGRESS,
        scenario,
        sandboxStart,
        createdAt,
        now,
        endedAt,
        step,
        progress,
        callbackDue);
  }

  CallRecord at(@Nullable Step next, Progress caller) {
    return new CallRecord(
        sid,
        accountSid,
        numberSid,
        from,
        to,
        status,
        scenario,
        sandboxStart,
        createdAt,
        answeredAt,
        endedAt,
        next,
        caller,
        callbackDue);
  }

  CallRecord ended(CallStatus how, Instant now, boolean due) {
    return new CallRecord(
        sid,
        accountSid,
        numberSid,
        from,
        to,
        how,
        scenario,
        sandboxStart,
        createdAt,
        answeredAt,
        now,
        null,
        progress,
        due);
  }

  CallRecord calledBack() {
    return new CallRecord(
        sid,
        accountSid,
        numberSid,
        from,
        to,
        status,
        scenario,
        sandboxStart,
        createdAt,
        answeredAt,
        endedAt,
        step,
        progress,
        false);
  }

  /// How long the parties were connected, whole seconds.
  long seconds() {
    return answeredAt == null || endedAt == null
        ? 0
        : Math.ceilDiv(Duration.between(answeredAt, endedAt).toMillis(), 1000L);
  }
}
