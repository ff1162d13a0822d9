package io.frontdesk.call;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.LiveCalls;
import io.frontdesk.twilio.LiveCalls.Standing;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks after a call for as long as its record is open: where nobody of ours keeps its place any
/// more, the carrier is asked whether it goes on. So a caller keeps it who talks with a person of
/// the business, and no record stays open whose node is gone and whose end nobody has told.
@Singleton
class AskAfterCall implements Job {
  /// Twilio ends calls after four hours, unless an account asked for more.
  private static final Duration LONGEST = Duration.ofHours(4).plusMinutes(10);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Calls calls;
  private final Places places;
  private final CallLeases leases;
  private final Turns turns;
  private final CallClosing closing;
  private final LiveCalls carrier;
  private final Tenancy tenancy;
  private final Clock clock;

  AskAfterCall(
      Calls calls,
      Places places,
      CallLeases leases,
      Turns turns,
      CallClosing closing,
      LiveCalls carrier,
      Tenancy tenancy,
      Clock clock) {
    this.calls = calls;
    this.places = places;
    this.leases = leases;
    this.turns = turns;
    this.closing = closing;
    this.carrier = carrier;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ask_after_call";
  }

  /// @param left how long its place is still kept; negative if it is not
  private record Open(Call call, Duration left) {}

  @Override
  public void run(TenantId tenant, UUID callId) {
    tenancy.run(tenant, () -> open(tenant, callId)).ifPresent(open -> look(tenant, open));
  }

  private Optional<Open> open(TenantId tenant, UUID callId) {
    return calls
        .find(tenant.value(), callId)
        .filter(call -> call.endedAt() == null)
        .flatMap(
            call ->
                places
                    .heldUntil(tenant.value(), callId)
                    .map(held -> new Open(call, Duration.between(clock.instant(), held))));
  }

  private void look(TenantId tenant, Open open) {
    Duration kept = open.left.minus(leases.margin());
    if (kept.isPositive()) {
      throw new NotYet(kept);
    }
    if (open.call.test()) {
      lookAtTest(tenant, open);
    } else if (open.call.callSid().equals(open.call.id().toString())) {
      // Nobody knows its name at Twilio yet: whoever placed it sees to it.
      lastLook(tenant, open.call);
    } else {
      ask(tenant, open);
    }
  }

  /// No carrier knows of it: whoever carries it has a moment more to say so.
  private void lookAtTest(TenantId tenant, Open open) {
    Duration more = open.left.plus(AGAIN);
    if (more.isPositive()) {
      throw new NotYet(more);
    }
    close(tenant, open.call, CallState.COMPLETED, null);
  }

  private void ask(TenantId tenant, Open open) {
    Call call = open.call;
    Standing standing;
    try {
      standing = carrier.standing(tenant, call.callSid());
    } catch (RequestException unanswered) {
      lastLook(tenant, call);
      return;
    }
    switch (standing) {
      case Standing.GoesOn _ -> {
        leases.renew(tenant, call.callSid());
        throw new NotYet(leases.untilLook());
      }
      case Standing.Over(String status, Instant endedAt) ->
          close(tenant, call, CallState.ofTwilio(status).orElse(CallState.COMPLETED), endedAt);
      case Standing.Unknown _ -> {
        if (open.left.isPositive()) {
          throw new NotYet(open.left);
        }
        close(tenant, call, CallState.COMPLETED, null);
      }
    }
  }

  private void lastLook(TenantId tenant, Call call) {
    if (clock.instant().isBefore(call.startedAt().plus(LONGEST))) {
      throw new NotYet(AGAIN);
    }
    close(tenant, call, CallState.COMPLETED, null);
  }

  /// @param endedAt null if nobody knows: its last sign of life is the best guess
  private void close(TenantId tenant, Call call, CallState state, @Nullable Instant endedAt) {
    tenancy.run(
        tenant,
        () -> {
          Instant end = endedAt == null ? lastSign(tenant, call.id()) : endedAt;
          return closing.close(tenant, call.id(), state, end, null);
        });
  }

  private Instant lastSign(TenantId tenant, UUID callId) {
    return turns.inOrder(tenant.value(), callId).stream()
        .map(Turn::endedAt)
        .max(Comparator.naturalOrder())
        .orElseGet(clock::instant);
  }
}
