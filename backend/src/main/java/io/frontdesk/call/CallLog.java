package io.frontdesk.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The record of calls, written while they are held. Every method opens the tenant's door, or joins
/// it where it is open, and may be repeated: Twilio and the voice engines deliver at least once,
/// late and out of order.
@Singleton
public class CallLog {
  /// How long a stream may take to close its call before the carrier's word closes it.
  private static final Duration STREAMS_OWN_TIME = Duration.ofSeconds(5);

  private final Tenancy tenancy;
  private final Calls calls;
  private final Transcripts transcripts;
  private final Receipts receipts;
  private final CallClosing closing;
  private final CallCosts costs;
  private final CallLeases leases;
  private final CloseCall closeCall;
  private final AskAfterCall askAfter;
  private final Outbox outbox;
  private final StoredJson json;
  private final Clock clock;

  CallLog(
      Tenancy tenancy,
      Calls calls,
      Transcripts transcripts,
      Receipts receipts,
      CallClosing closing,
      CallCosts costs,
      CallLeases leases,
      CloseCall closeCall,
      AskAfterCall askAfter,
      Outbox outbox,
      StoredJson json,
      Clock clock) {
    this.tenancy = tenancy;
    this.calls = calls;
    this.transcripts = transcripts;
    this.receipts = receipts;
    this.closing = closing;
    this.costs = costs;
    this.leases = leases;
    this.closeCall = closeCall;
    this.askAfter = askAfter;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  /// Opens the record of a call that is answered now; for a call that is known, its record.
  public Call answer(TenantId tenant, NewCall call) {
    return tenancy.run(
        tenant,
        () -> {
          open(tenant, UuidCreator.getTimeOrderedEpoch(), call);
          return calls.findBySid(tenant.value(), call.callSid()).orElseThrow();
        });
  }

  /// Opens the record of a call that is answered now, in the transaction that is open.
  ///
  /// @return whether it was not known
  boolean open(TenantId tenant, UUID id, NewCall call) {
    Duration offset = call.clockOffset();
    int added =
        calls.answer(
            tenant.value(),
            id,
            call.callSid(),
            call.from(),
            call.to(),
            call.receptionistId(),
            call.receptionistVersion(),
            call.engine(),
            offset == null ? null : offset.toSeconds(),
            call.test(),
            clock.instant(),
            leases.end());
    if (added > 0) {
      outbox.happened(tenant, "call.started", id, Map.of("call_sid", call.callSid()));
      outbox.at(clock.instant().plus(leases.untilLook()), askAfter, tenant, id);
    }
    return added > 0;
  }

  /// The call, on which nobody else works until the transaction that is open ends.
  public Optional<Call> hold(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant,
        () -> calls.lock(tenant.value(), callId).flatMap(id -> calls.find(tenant.value(), id)));
  }

  public Optional<Call> find(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> calls.find(tenant.value(), callId));
  }

  public Optional<Call> findBySid(TenantId tenant, String callSid) {
    return tenancy.run(tenant, () -> calls.findBySid(tenant.value(), callSid));
  }

  /// The turns stored so far, in order.
  public List<Turn> transcript(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> transcripts.inOrder(tenant, callId));
  }

  /// What was done so far and is in none of these turns, which are all there are: whoever did it
  /// was gone before it was said.
  public List<ToolCall> untold(TenantId tenant, UUID callId, List<Turn> turns) {
    return tenancy.run(tenant, () -> transcripts.untold(tenant, callId, turns));
  }

  /// Stores a turn that has ended, once. If another one has its index, it comes after all others.
  ///
  /// @return whether it was stored
  public boolean store(TenantId tenant, UUID callId, Turn turn) {
    return tenancy.run(tenant, () -> transcripts.store(tenant, callId, turn));
  }

  /// Notes that something else serves than was chosen; told twice, it is noted once.
  public void fellBack(TenantId tenant, UUID callId, Fallback fallback) {
    tenancy.run(tenant, () -> calls.fellBack(tenant.value(), callId, json.write(fallback)));
  }

  /// Another engine serves a call that goes on; `call.updated` is announced.
  ///
  /// @param reason why the one before could not, in a word
  public void servedBy(TenantId tenant, UUID callId, Engine before, Engine engine, String reason) {
    tenancy.run(
        tenant,
        () -> {
          if (before != engine && calls.servedBy(tenant.value(), callId, engine) > 0) {
            fellBack(tenant, callId, Fallback.ofEngine(before, engine, reason, clock.instant()));
            outbox.announce(tenant, "call.updated", callId, Map.of("engine", engine));
          }
        });
  }

  /// The caller has changed to this language; `call.updated` is announced if that is news.
  ///
  /// @param language BCP 47, as the receptionist has it
  public void speaks(TenantId tenant, UUID callId, String language) {
    tenancy.run(
        tenant,
        () -> {
          if (calls.speaks(tenant.value(), callId, language) > 0) {
            outbox.announce(tenant, "call.updated", callId, Map.of("language", language));
          }
        });
  }

  /// Keeps what models did for the call, and reckons what it costs by now.
  public void used(TenantId tenant, UUID callId, List<Usage> usages) {
    tenancy.run(
        tenant,
        () -> {
          // What is told at the same moment is reckoned too.
          calls.lock(tenant.value(), callId);
          usages.forEach(usage -> costs.used(tenant, callId, usage));
          costs.price(tenant, callId);
        });
  }

  /// What a call has cost by now, in millionths, as far as it is known.
  public long cost(TenantId tenant, UUID callId) {
    return find(tenant, callId).map(Call::cost).map(Cost::amountMicros).orElse(0L);
  }

  /// Closes the record: `call.ended` happens, and [CallEnded] is published, exactly once per call,
  /// whatever comes twice or at once. The outcome follows from receipts and turns, so store these
  /// first. Where the carrier has told how it ended, that state stays.
  ///
  /// @param state how it ended
  /// @return whether it was open
  public boolean close(
      TenantId tenant, UUID callId, CallState state, Instant endedAt, @Nullable Latency latency) {
    if (!state.isOver()) {
      throw new IllegalArgumentException("a call cannot be closed as " + state);
    }
    return tenancy.run(tenant, () -> closing.close(tenant, callId, state, endedAt, latency));
  }

  /// Takes in what a status callback says: forwards only; a call or word that is not known is
  /// ignored. If the call is over and nobody closes its record within five seconds, a job does.
  ///
  /// @param twilioStatus `CallStatus` as Twilio writes it
  /// @param at when it is said to have been so
  public void status(TenantId tenant, String callSid, String twilioStatus, Instant at) {
    CallState.ofTwilio(twilioStatus)
        .ifPresent(
            told ->
                tenancy.run(
                    tenant,
                    () -> {
                      calls
                          .findBySid(tenant.value(), callSid)
                          .flatMap(call -> calls.lock(tenant.value(), call.id()))
                          .flatMap(id -> calls.find(tenant.value(), id))
                          .filter(call -> call.endedAt() == null && call.state().isBefore(told))
                          .ifPresent(call -> advance(tenant, call.id(), told, at));
                    }));
  }

  private void advance(TenantId tenant, UUID callId, CallState told, Instant at) {
    calls.advance(tenant.value(), callId, told, told.isOver() ? at : null);
    outbox.announce(tenant, "call.updated", callId, Map.of("state", told));
    if (told.isOver()) {
      outbox.at(clock.instant().plus(STREAMS_OWN_TIME), closeCall, tenant, callId);
    }
  }

  /// What the model's function call is answered with. The deed is done once for each function call,
  /// in the transaction that stores its receipt; repeated, it is answered from the receipt. Deeds
  /// of one call wait for one another. On a test call the deed is done like any other and then
  /// undone, so that the model is answered as usual and nothing but the receipt stays.
  ///
  /// @param deed does what the tool does and returns its output; must leave the transaction usable.
  /// If it throws, nothing is stored and the function call may be tried again
  /// @throws RequestException.NotFound if the tenant has no such call
  public JsonNode receipt(
      TenantId tenant,
      UUID callId,
      String functionCallId,
      String tool,
      JsonNode arguments,
      Supplier<? extends JsonNode> deed) {
    return tenancy.run(
        tenant,
        () -> {
          if (calls.lock(tenant.value(), callId).isEmpty()) {
            throw new RequestException.NotFound("call", callId);
          }
          var before = receipts.output(tenant.value(), callId, functionCallId);
          if (before.isPresent()) {
            return json.read(before.get());
          }
          boolean test = calls.find(tenant.value(), callId).orElseThrow().test();
          JsonNode output = test ? tenancy.tryOut(tenant, deed) : deed.get();
          receipts.add(
              tenant.value(),
              UuidCreator.getTimeOrderedEpoch(),
              callId,
              functionCallId,
              tool,
              json.write(arguments),
              json.write(output));
          return output;
        });
  }
}
