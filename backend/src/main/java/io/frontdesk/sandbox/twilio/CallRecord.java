package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.caller.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A call to one of the numbers, a leg that such a call dialled, or a call that was placed by REST,
/// as Twilio keeps it and as it is taken up again after a restart.
///
/// @param numberSid the number that was called; null for a call that was dialled or placed
/// @param scenario what the caller, or whoever was called, follows
/// @param sandboxStart what the business's clock read when the call began; null = the real time
/// @param step what comes next; null once the call is over
/// @param progress what the caller remembers
/// @param callbackDue whether the status callback still has to be sent
/// @param parentSid the call that dialled it; null for a call that came in or was placed
/// @param placed what was asked for when it was placed; null for any other
record CallRecord(
    String sid,
    String accountSid,
    @Nullable String numberSid,
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
    boolean callbackDue,
    @Nullable String parentSid,
    @Nullable Placed placed) {

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
        callbackDue,
        parentSid,
        placed);
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
        callbackDue,
        parentSid,
        placed);
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
        due,
        parentSid,
        placed);
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
        false,
        parentSid,
        placed);
  }

  /// The telephone rings.
  CallRecord rings() {
    return new CallRecord(
        sid,
        accountSid,
        numberSid,
        from,
        to,
        CallStatus.RINGING,
        scenario,
        sandboxStart,
        createdAt,
        answeredAt,
        endedAt,
        step,
        progress,
        callbackDue,
        parentSid,
        placed);
  }

  /// More has become of what was asked for.
  CallRecord with(Placed now) {
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
        callbackDue,
        parentSid,
        now);
  }

  String direction() {
    if (placed != null) {
      return "outbound-api";
    }
    return parentSid == null ? "inbound" : "outbound-dial";
  }

  /// How long the parties were connected, whole seconds.
  long seconds() {
    return answeredAt == null || endedAt == null
        ? 0
        : Math.ceilDiv(Duration.between(answeredAt, endedAt).toMillis(), 1000L);
  }
}
