package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.receptionist.OwnNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Looks once more, when somebody's turn comes, whether they are to be rung at all. Needs the
/// tenant's door to be open.
@Singleton
class NextToRing {
  private final Receptionists receptionists;
  private final OwnNumbers ownNumbers;
  private final Businesses businesses;
  private final Clock clock;

  NextToRing(
      Receptionists receptionists, OwnNumbers ownNumbers, Businesses businesses, Clock clock) {
    this.receptionists = receptionists;
    this.ownNumbers = ownNumbers;
    this.businesses = businesses;
    this.clock = clock;
  }

  /// How far a transfer comes that would ring somebody now.
  TransferProgress of(TenantId tenant, Call call, Transfer transfer, TransferProgress next) {
    if (!(next.state() instanceof TransferState.Ringing(int leg))
        || next.state().equals(transfer.progress().state())) {
      return next;
    }
    return isOurs(tenant, next.legs().get(leg)) || isAway(tenant, call, transfer, leg)
        ? of(
            tenant,
            call,
            transfer,
            next.on(new TransferEvent.LegEnded(leg, LegResult.FAILED, false)))
        : next;
  }

  /// A number may have become the business's own since it was written down.
  private boolean isOurs(TenantId tenant, Leg leg) {
    return ownNumbers.of(tenant).contains(leg.number());
  }

  /// While one was rung, another's hours may have ended. Whom the business's people chose is rung.
  private boolean isAway(TenantId tenant, Call call, Transfer transfer, int leg) {
    return transfer.askedBy() != Transfer.AskedBy.STAFF
        && receptionists
            .holding(tenant, call.receptionistId(), call.receptionistVersion())
            .transferTargets()
            .stream()
            .filter(target -> isMeant(target, transfer.legs().get(leg)))
            .anyMatch(target -> !target.isReachable(businesses.of(tenant), call.now(clock)));
  }

  private static boolean isMeant(TransferTarget target, Leg leg) {
    return target.name().equals(leg.name()) && target.number().equals(leg.number());
  }
}
