package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Business;
import io.frontdesk.business.StaffFirst;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.transfer.Transfer.Wish;
import io.frontdesk.receptionist.OwnNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Has the phones of a business's people ring before its receptionist says a word.
@Singleton
public class PeopleFirst {
  private static final Wish ANYBODY = new Wish(null, null, null, Urgency.NORMAL);

  /// Nobody finds their telephone in less.
  private static final int SHORTEST_RING_S = 5;

  /// Who is put straight through waits no longer than this for somebody to pick up.
  private static final Duration STRAIGHT_THROUGH = Duration.ofMinutes(1);

  private final TransferDesk desk;
  private final CallLog calls;
  private final Receptionists receptionists;
  private final OwnNumbers ownNumbers;
  private final Tenancy tenancy;
  private final Clock clock;

  PeopleFirst(
      TransferDesk desk,
      CallLog calls,
      Receptionists receptionists,
      OwnNumbers ownNumbers,
      Tenancy tenancy,
      Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.receptionists = receptionists;
    this.ownNumbers = ownNumbers;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Chooses whose phones ring for a call that has just come in, if any are to.
  ///
  /// @param business whose call it is
  /// @param straightThrough whether the business wants this caller put through at any hour
  /// @return whether somebody will be rung as soon as the line is free
  public boolean choose(Business business, UUID callId, boolean straightThrough) {
    TenantId tenant = business.tenantId();
    return tenancy.run(
        tenant,
        () -> {
          if (!straightThrough && business.staffFirst().when() == StaffFirst.When.NEVER) {
            return false; // as for most businesses
          }
          Call call = calls.find(tenant, callId).orElseThrow();
          Instant now = call.now(clock);
          if (!straightThrough && !business.isStaffFirstAt(now)) {
            return false;
          }
          Duration within = straightThrough ? STRAIGHT_THROUGH : business.staffFirst().rings();
          List<Leg> legs = legs(there(tenant, call, business, now), within);
          if (legs.isEmpty()) {
            return false;
          }
          desk.ring(tenant, call, Transfer.AskedBy.RULE, ANYBODY, legs);
          return true;
        });
  }

  private List<TransferTarget> there(TenantId tenant, Call call, Business business, Instant now) {
    var targets =
        receptionists
            .holding(tenant, call.receptionistId(), call.receptionistVersion())
            .transferTargets();
    return new Candidates(targets, ownNumbers.of(tenant), business, now).of(ANYBODY);
  }

  /// One after the other, for as long as there is time.
  private static List<Leg> legs(List<TransferTarget> people, Duration within) {
    var legs = new ArrayList<Leg>();
    int left = Math.toIntExact(within.toSeconds());
    for (TransferTarget target : people) {
      if (left < SHORTEST_RING_S) {
        break;
      }
      Leg leg = Leg.of(target).within(left);
      legs.add(leg);
      left -= leg.ringS();
    }
    return legs;
  }
}
