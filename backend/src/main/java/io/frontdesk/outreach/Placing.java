package io.frontdesk.outreach;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.call.Admission;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.OutgoingCall;
import io.frontdesk.call.PlacedCalls;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.phonenumber.NumberState;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.OutgoingCalls.Order;
import io.frontdesk.twilio.TwilioConfiguration;
import io.frontdesk.voice.Engines;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What is written down of a call's placing, before and after Twilio is asked: each step is one
/// transaction.
@Singleton
class Placing {
  /// After which it is looked whether Twilio has told anything of a call that it did not confirm.
  static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  static final Duration TRY_AGAIN = Duration.ofSeconds(20);

  /// A call of which Twilio has told nothing for so long is not being dialled.
  private static final Duration GIVEN_UP = Duration.ofMinutes(10);

  private static final int MOST_ATTEMPTS = 3;

  private final OutboundCalls calls;
  private final HeldCalls held;
  private final Engines engines;
  private final PhoneNumbers numbers;
  private final Receptionists receptionists;
  private final TenantStandings standings;
  private final Admission admission;
  private final PlacedCalls placed;
  private final CallLog log;
  private final TwilioConfiguration twilio;
  private final CallOrders orders;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  Placing(
      OutboundCalls calls,
      HeldCalls held,
      Engines engines,
      PhoneNumbers numbers,
      Receptionists receptionists,
      TenantStandings standings,
      Admission admission,
      PlacedCalls placed,
      CallLog log,
      TwilioConfiguration twilio,
      CallOrders orders,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.calls = calls;
    this.held = held;
    this.engines = engines;
    this.numbers = numbers;
    this.receptionists = receptionists;
    this.standings = standings;
    this.admission = admission;
    this.placed = placed;
    this.log = log;
    this.twilio = twilio;
    this.orders = orders;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What is to be done.
  sealed interface Step {
    /// Nothing any more.
    record Done() implements Step {}

    /// Look again later.
    record Wait(Duration length) implements Step {}

    /// @param callId the record of the call
    record Dial(UUID callId, Order order) implements Step {}

    /// It has failed.
    record GiveUp(String why) implements Step {}
  }

  /// Holds a call against the rules, and writes down that it is tried.
  Step begin(TenantId tenant, UUID id) {
    return tenancy.run(
        tenant,
        () ->
            held.hold(tenant, id)
                .map(
                    call ->
                        switch (call.state()) {
                          case SCHEDULED -> due(tenant, call);
                          case PLACING -> unconfirmed(tenant, call);
                          default -> new Step.Done();
                        })
                .orElseGet(Step.Done::new));
  }

  private Step due(TenantId tenant, OutboundCall call) {
    Instant now = clock.instant();
    if (call.at().isAfter(now)) {
      return new Step.Wait(Duration.between(now, call.at()));
    }
    if (standings.of(tenant).isSuspended()) {
      return refuse(tenant, call, Refused.SUSPENDED);
    }
    if (!twilio.canDial(call.to())) {
      return refuse(tenant, call, Refused.INVALID_NUMBER);
    }
    var receptionist = receptionists.answering(tenant, call.receptionistId());
    var from = number(tenant, receptionist.receptionistId());
    if (from.isEmpty()) {
      return refuse(tenant, call, Refused.NO_NUMBER);
    }
    UUID callId = call.callId() == null ? UuidCreator.getTimeOrderedEpoch() : call.callId();
    var outgoing =
        new OutgoingCall(
            from.get().number(),
            call.to(),
            receptionist.receptionistId(),
            receptionist.versionNumber(),
            engines.of(receptionist.config()),
            call.errand());
    var limit = admission.place(tenant, callId, outgoing);
    if (limit.isPresent()) {
      return refuse(tenant, call, Refused.of(limit.get()));
    }
    calls.update(call.placing(callId, now));
    return new Step.Dial(callId, orders.of(outgoing, callId, call.message() != null));
  }

  private Step refuse(TenantId tenant, OutboundCall call, Refused why) {
    calls.update(call.refused(why));
    UUID record = call.callId();
    if (record != null) { // it was tried before
      log.close(tenant, record, CallState.FAILED, clock.instant(), null);
    }
    outbox.happened(
        tenant,
        "outbound_call.failed",
        call.id(),
        Map.of("state", "refused", "rule", why.rule(), "detail", why.detail()));
    return new Step.Done();
  }

  /// The receptionist's own number, or else any.
  private Optional<PhoneNumber> number(TenantId tenant, UUID receptionist) {
    List<PhoneNumber> active =
        numbers.findByTenantIdOrderById(tenant).stream()
            .filter(number -> number.state() == NumberState.ACTIVE)
            .toList();
    return active.stream()
        .filter(number -> Objects.equals(number.receptionistId(), receptionist))
        .findFirst()
        .or(() -> active.stream().findFirst());
  }

  /// Nobody has confirmed the last attempt: whoever made it is gone, or Twilio did not answer.
  private Step unconfirmed(TenantId tenant, OutboundCall call) {
    UUID callId = Objects.requireNonNull(call.callId());
    if (placed.isBound(tenant, callId)) {
      calls.update(call.in(OutboundState.CALLING));
      return new Step.Done();
    }
    Instant tried = call.attempts().getLast().at();
    if (clock.instant().isBefore(tried.plus(GIVEN_UP))) {
      return new Step.Wait(LOOK_AGAIN);
    }
    return new Step.GiveUp("Nobody knows whether it was dialled.");
  }

  /// Twilio dials.
  void dialled(TenantId tenant, UUID id, UUID callId, String callSid) {
    // By itself: whoever closes the call holds it first, and this row then.
    placed.bind(tenant, callId, callSid);
    change(
        tenant,
        id,
        call -> {
          var told = call.tried(attempt -> attempt.dialled(callSid));
          return call.state() == OutboundState.PLACING ? told.in(OutboundState.CALLING) : told;
        });
  }

  /// Twilio did not answer: it may dial.
  void unanswered(TenantId tenant, UUID id) {
    change(tenant, id, call -> call.tried(attempt -> attempt.failed("Twilio did not answer.")));
  }

  /// Twilio has done nothing.
  ///
  /// @return whether it may be asked again; if not, the call has failed
  boolean mayTryAgain(TenantId tenant, UUID id, String why) {
    var changed =
        change(
            tenant,
            id,
            call -> {
              var told = call.tried(attempt -> attempt.failed(why));
              return told.attempts().size() < MOST_ATTEMPTS
                  ? told.in(OutboundState.SCHEDULED)
                  : told;
            });
    if (changed.filter(call -> call.state() == OutboundState.SCHEDULED).isPresent()) {
      return true;
    }
    changed.ifPresent(call -> close(tenant, call));
    return false;
  }

  /// Twilio does not dial.
  void failed(TenantId tenant, UUID id, String why) {
    change(tenant, id, call -> call.tried(attempt -> attempt.failed(why)))
        .ifPresent(call -> close(tenant, call));
  }

  /// The end of the call's record is the end of this, too: see [Results]. By itself, as above.
  private void close(TenantId tenant, OutboundCall call) {
    UUID callId = Objects.requireNonNull(call.callId());
    log.close(tenant, callId, CallState.FAILED, clock.instant(), null);
  }

  private Optional<OutboundCall> change(
      TenantId tenant, UUID id, UnaryOperator<OutboundCall> news) {
    return tenancy.run(
        tenant, () -> calls.lock(tenant.value(), id).map(call -> calls.update(news.apply(call))));
  }
}
