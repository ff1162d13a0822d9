package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Urgency;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Promises callers who ought to talk to a person, and are connected with none, that somebody calls
/// them back.
@Singleton
public class CallBacks {
  private final CallLog calls;
  private final MessageDesk messages;
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final Clock clock;

  CallBacks(
      CallLog calls, MessageDesk messages, Businesses businesses, Tenancy tenancy, Clock clock) {
    this.calls = calls;
    this.messages = messages;
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Starts the clock by which somebody is to call back, as a transfer does that nobody took. What
  /// was promised on the call before stays so. Joins the tenant's transaction if one is open.
  ///
  /// @param reason for whoever calls back
  /// @throws java.util.NoSuchElementException if the tenant has no such call
  public void promise(TenantId tenant, UUID callId, String reason, Urgency urgency) {
    tenancy.run(
        tenant,
        () -> {
          Call call = calls.find(tenant, callId).orElseThrow();
          Instant read = CallBackClock.due(urgency, businesses.of(tenant), call.now(clock));
          messages.promiseCallBack(
              tenant,
              new MessageDesk.Note(callId, null, call.party(), reason, urgency),
              read.minus(call.clockOffset()));
        });
  }
}
