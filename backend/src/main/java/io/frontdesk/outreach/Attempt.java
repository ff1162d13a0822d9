package io.frontdesk.outreach;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time that Twilio was asked to dial.
///
/// @param at when, noted before it was asked
/// @param callSid Twilio's id of the call; null as long as it has not answered
/// @param problem why it came to nothing; null if it did not
/// @param answeredBy `human`, `machine_start`, …, `unknown`, as Twilio hears it; null as long as it
/// has not
/// @param messageLeft whether a machine was told the message
@Introspected
record Attempt(
    Instant at,
    @Nullable String callSid,
    @Nullable String problem,
    @Nullable String answeredBy,
    boolean messageLeft) {
  static Attempt at(Instant now) {
    return new Attempt(now, null, null, null, false);
  }

  Attempt dialled(String sid) {
    return new Attempt(at, sid, null, answeredBy, messageLeft);
  }

  Attempt failed(String why) {
    return new Attempt(at, callSid, why, answeredBy, messageLeft);
  }

  Attempt answeredBy(String whom) {
    return new Attempt(at, callSid, problem, whom, messageLeft);
  }

  @JsonIgnore
  Attempt withMessageLeft() {
    return new Attempt(at, callSid, problem, answeredBy, true);
  }
}
