package io.frontdesk.call;

import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Closes a call's record, exactly once, whoever comes first: the stream or the carrier.
@Singleton
class CallClosing {
  private final Calls calls;
  private final Turns turns;
  private final Receipts receipts;
  private final CallCosts costs;
  private final AskTelephonePrice askPrice;
  private final Outbox outbox;
  private final Clock clock;
  private final ApplicationEventPublisher<CallEnding> ending;
  private final ApplicationEventPublisher<CallEnded> ended;

  CallClosing(
      Calls calls,
      Turns turns,
      Receipts receipts,
      CallCosts costs,
      AskTelephonePrice askPrice,
      Outbox outbox,
      Clock clock,
      ApplicationEventPublisher<CallEnding> ending,
      ApplicationEventPublisher<CallEnded> ended) {
    this.calls = calls;
    this.turns = turns;
    this.receipts = receipts;
    this.costs = costs;
    this.askPrice = askPrice;
    this.outbox = outbox;
    this.clock = clock;
    this.ending = ending;
    this.ended = ended;
  }

  /// Closes the call in the running transaction.
  ///
  /// @param told the state to end in, if the carrier has not told another end before
  /// @return whether it was open
  boolean close(
      TenantId tenant, UUID callId, CallState told, Instant endedAt, @Nullable Latency latency) {
    UUID owner = tenant.value();
    // A tool at work holds this lock too: what it leaves behind counts.
    if (calls.lock(owner, callId).isEmpty()) {
      return false;
    }
    Call call = calls.find(owner, callId).orElseThrow();
    if (call.endedAt() == null) {
      ending.publishEvent(new CallEnding(tenant, callId));
    }
    CallState state = call.state().isOver() ? call.state() : told;
    List<Turn> transcript = turns.inOrder(owner, callId);
    Outcome outcome =
        Outcome.of(
            state,
            receipts.deeds(owner, callId),
            calls.wasTransferred(owner, callId),
            calls.wasRungFor(owner, callId),
            transcript);
    Latency first = call.latency() == null ? latency : call.latency();
    Latency figures = Latency.over(first, transcript);
    int closed = calls.close(owner, callId, state, outcome, endedAt, figures);
    if (closed == 0) {
      return false;
    }
    costs.price(tenant, callId);
    if (!call.test()) {
      outbox.at(clock.instant().plus(AskTelephonePrice.FIRST), askPrice, tenant, callId);
    }
    outbox.happened(
        tenant,
        "call.ended",
        callId,
        Map.of("state", WireName.of(state), "outcome", WireName.of(outcome)));
    ended.publishEvent(new CallEnded(tenant, callId));
    return true;
  }
}
