package io.frontdesk.outreach;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.ScriptType;
import io.frontdesk.lead.Leads;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in what is to be called, and takes it back.
@Singleton
class Outreach {
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final OutboundCalls calls;
  private final HeldCalls held;
  private final CallLog log;
  private final Leads leads;
  private final Receptionists receptionists;
  private final PhoneNumbers numbers;
  private final PlaceCall place;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  Outreach(
      OutboundCalls calls,
      HeldCalls held,
      CallLog log,
      Leads leads,
      Receptionists receptionists,
      PhoneNumbers numbers,
      PlaceCall place,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.calls = calls;
    this.held = held;
    this.log = log;
    this.leads = leads;
    this.receptionists = receptionists;
    this.numbers = numbers;
    this.place = place;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param pointer where `to` stands in what was sent
  /// @param at null for now
  record Wish(
      E164 to,
      String pointer,
      @Nullable UUID receptionistId,
      @Nullable String purpose,
      ScriptType scriptType,
      @Nullable UUID leadId,
      @Nullable String message,
      @Nullable Instant at) {}

  /// Has a call placed when its time comes, by whichever node is free.
  ///
  /// @param ahead how long whoever asks will try by themselves first
  /// @throws RequestException.Rejected if it makes no sense
  OutboundCall ask(TenantId tenant, Wish wish, Duration ahead) {
    return tenancy.run(
        tenant,
        () -> {
          Instant now = clock.instant();
          check(tenant, wish, now);
          Instant at = wish.at() == null ? now : wish.at();
          var call =
              calls.save(
                  new OutboundCall(
                      UuidCreator.getTimeOrderedEpoch(),
                      tenant,
                      wish.to(),
                      wish.receptionistId(),
                      wish.purpose(),
                      wish.scriptType(),
                      wish.leadId(),
                      wish.message(),
                      at,
                      OutboundState.SCHEDULED,
                      null,
                      null,
                      List.of(),
                      now,
                      now));
          outbox.at(at.plus(ahead), place, tenant, call.id());
          return call;
        });
  }

  private void check(TenantId tenant, Wish wish, Instant now) {
    var problems = new ArrayList<FieldProblem>();
    if (numbers.findByTenantIdAndNumber(tenant, wish.to()).isPresent()) {
      problems.add(new FieldProblem(wish.pointer(), "is one of your own numbers"));
    }
    UUID lead = wish.leadId();
    if (lead != null && leads.find(tenant, lead).isEmpty()) {
      problems.add(new FieldProblem("/lead_id", "is no lead of yours"));
    }
    UUID receptionist = wish.receptionistId();
    if (receptionist != null && numbers.receptionists(tenant, receptionist) == 0) {
      problems.add(new FieldProblem("/receptionist_id", "is no receptionist of yours"));
    } else if (receptionist != null && receptionists.published(tenant, receptionist).isEmpty()) {
      problems.add(new FieldProblem("/receptionist_id", "is not published yet"));
    }
    Instant at = wish.at();
    if (at != null
        && (at.isBefore(now.minus(Duration.ofMinutes(1))) || at.isAfter(now.plus(FURTHEST)))) {
      problems.add(new FieldProblem("/at", "must be in the next 366 days"));
    }
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
  }

  /// Takes back a call that is not placed yet.
  ///
  /// @throws RequestException.NotFound if the tenant wants no such call
  /// @throws RequestException.Conflict `already_placed`
  void cancel(TenantId tenant, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          OutboundCall call =
              held.hold(tenant, id)
                  .orElseThrow(() -> new RequestException.NotFound("outbound call", id));
          if (call.state() != OutboundState.SCHEDULED) {
            throw new RequestException.Conflict(
                "already_placed",
                "Already placed",
                "This call was placed, refused or taken back already.");
          }
          var canceled = calls.update(call.in(OutboundState.CANCELED));
          UUID record = call.callId();
          if (record != null) { // it was tried before
            log.close(tenant, record, CallState.CANCELED, clock.instant(), null);
          }
          return canceled;
        });
  }
}
