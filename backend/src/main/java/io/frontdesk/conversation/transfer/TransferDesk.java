package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnded;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.transfer.Transfer.AskedBy;
import io.frontdesk.conversation.transfer.Transfer.Wish;
import io.frontdesk.receptionist.OwnNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where callers are handed over: chooses who is rung, and keeps how far it has come. Every method
/// opens the tenant's door, or joins it where it is open, and holds the call meanwhile, so that
/// what is told at once is taken in one after the other.
@Singleton
public class TransferDesk {
  private final Transfers transfers;
  private final NextToRing next;
  private final TransferNews news;
  private final CallLog calls;
  private final Receptionists receptionists;
  private final Businesses businesses;
  private final OwnNumbers ownNumbers;
  private final Tenancy tenancy;
  private final Clock clock;

  TransferDesk(
      Transfers transfers,
      NextToRing next,
      TransferNews news,
      CallLog calls,
      Receptionists receptionists,
      Businesses businesses,
      OwnNumbers ownNumbers,
      Tenancy tenancy,
      Clock clock) {
    this.transfers = transfers;
    this.next = next;
    this.news = news;
    this.calls = calls;
    this.receptionists = receptionists;
    this.businesses = businesses;
    this.ownNumbers = ownNumbers;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Chooses who is to be rung for the caller, in the place of whom was chosen before.
  ///
  /// @throws java.util.NoSuchElementException if the tenant has no such call
  public Choice choose(TenantId tenant, UUID callId, Wish wish) {
    return tenancy.run(
        tenant,
        () -> {
          Call call = calls.hold(tenant, callId).orElseThrow();
          var candidates =
              new Candidates(
                  targets(tenant, call),
                  ownNumbers.of(tenant),
                  businesses.of(tenant),
                  call.now(clock));
          List<TransferTarget> there = candidates.of(wish);
          if (there.isEmpty()) {
            return new Choice.Nobody();
          }
          return candidates
              .named(wish)
              .filter(Predicate.not(there::contains))
              .<Choice>map(away -> new Choice.Away(away.name(), there.getFirst().name()))
              .orElseGet(() -> chosen(tenant, call, wish, there));
        });
  }

  private Choice chosen(TenantId tenant, Call call, Wish wish, List<TransferTarget> there) {
    if (call.test()) {
      return new Choice.Practice(there.getFirst().name());
    }
    var progress =
        new TransferProgress(new TransferState.Chosen(), there.stream().map(Leg::of).toList());
    return new Choice.Chosen(begin(tenant, call, AskedBy.RECEPTIONIST, wish, progress));
  }

  /// To whom this call's receptionist may hand callers over, there or not.
  public List<TransferTarget> targets(TenantId tenant, Call call) {
    return receptionists
        .holding(tenant, call.receptionistId(), call.receptionistVersion())
        .transferTargets();
  }

  /// Somebody of the business wants the caller to be handed over, as soon as the line is free.
  ///
  /// @param target the name of somebody to whom this call's receptionist hands callers over
  /// @param number anybody's; one of both is given
  /// @throws RequestException.Rejected if nobody can be rung so
  /// @throws RequestException.Conflict if somebody is being rung already, or talks to the caller
  public Transfer connect(
      TenantId tenant, UUID callId, @Nullable String target, @Nullable E164 number) {
    return tenancy.run(
        tenant,
        () -> {
          Call call = calls.hold(tenant, callId).orElseThrow();
          Leg leg = leg(tenant, call, target, number);
          if (open(tenant, callId).filter(TransferDesk::isUnderWay).isPresent()) {
            throw new RequestException.Conflict(
                "handed_over", "Handed over", "The caller is being handed over already.");
          }
          var wish = new Wish(target, null, null, Urgency.NORMAL);
          return ring(tenant, call, AskedBy.STAFF, wish, List.of(leg));
        });
  }

  /// Has these rung, one after the other, as soon as the line is free. Needs the tenant's door to
  /// be open.
  Transfer ring(TenantId tenant, Call call, AskedBy askedBy, Wish wish, List<Leg> legs) {
    var progress = new TransferProgress(new TransferState.Announced(), legs);
    return begin(tenant, call, askedBy, wish, progress);
  }

  private Leg leg(TenantId tenant, Call call, @Nullable String target, @Nullable E164 number) {
    if (number != null && target == null) {
      if (ownNumbers.of(tenant).contains(number)) {
        throw new RequestException.Rejected(
            "/number", "is one of your own numbers: its calls come here");
      }
      return Leg.of(number);
    }
    if (target == null || number != null) {
      throw new RequestException.Rejected("/target", "give a target or a number, and not both");
    }
    return targets(tenant, call).stream()
        .filter(known -> known.name().strip().equalsIgnoreCase(target.strip()))
        .findFirst()
        .map(Leg::of)
        .orElseThrow(
            () ->
                new RequestException.Rejected(
                    "/target", "is nobody to whom this receptionist hands callers over"));
  }

  /// What was chosen before and came to nothing yet is called off; who is being rung already is not
  /// rung again.
  private Transfer begin(
      TenantId tenant, Call call, AskedBy askedBy, Wish wish, TransferProgress progress) {
    Optional<Transfer> before = open(tenant, call.id());
    if (before.filter(TransferDesk::isUnderWay).isPresent()) {
      return before.get();
    }
    before.ifPresent(old -> moved(tenant, call, old, new TransferEvent.CalledOff()));
    Transfer begun =
        transfers.save(Transfer.begun(tenant, call.id(), askedBy, wish, progress, clock.instant()));
    news.tell(tenant, begun);
    return begun;
  }

  /// All that were tried on a call, in order.
  public List<Transfer> of(TenantId tenant, UUID callId) {
    return tenancy.run(tenant, () -> transfers.findByTenantIdAndCallIdOrderById(tenant, callId));
  }

  /// Whether the caller was told that somebody will be rung, and that has not ended: the call goes
  /// on though no receptionist is on the line.
  public boolean isUnderWay(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant, () -> open(tenant, callId).filter(TransferDesk::isUnderWay).isPresent());
  }

  /// Whether the caller has talked to somebody to whom they were handed over last: nothing follows
  /// that, however often it is asked.
  public boolean hasTalked(TenantId tenant, UUID callId) {
    return tenancy.run(
        tenant,
        () ->
            transfers
                .last(tenant.value(), callId)
                .filter(last -> last.result() == TransferResult.CONNECTED)
                .isPresent());
  }

  private static boolean isUnderWay(Transfer transfer) {
    return transfer.phase() != Phase.CHOSEN;
  }

  /// Takes in what happened to this transfer.
  ///
  /// @return as it is now; empty if the tenant has no such transfer
  public Optional<Transfer> happened(TenantId tenant, UUID transferId, TransferEvent event) {
    return tenancy.run(
        tenant,
        () ->
            transfers
                .findByTenantIdAndId(tenant, transferId)
                .flatMap(found -> calls.hold(tenant, found.callId()))
                .map(
                    call -> {
                      var now = transfers.findByTenantIdAndId(tenant, transferId).orElseThrow();
                      return moved(tenant, call, now, event);
                    }));
  }

  /// Takes in what happened to the transfer of this call that has not ended.
  ///
  /// @return as it is now; empty if there is none
  public Optional<Transfer> happenedOn(TenantId tenant, UUID callId, TransferEvent event) {
    return tenancy.run(
        tenant,
        () ->
            calls
                .hold(tenant, callId)
                .flatMap(
                    call ->
                        open(tenant, callId)
                            .map(
                                now ->
                                    moved(tenant, call, now, now.read(event, clock.instant())))));
  }

  /// The caller has gone, and with them whatever was under way.
  @EventListener
  void ended(CallEnded ended) {
    happenedOn(ended.tenant(), ended.callId(), new TransferEvent.CallEnded());
  }

  private Optional<Transfer> open(TenantId tenant, UUID callId) {
    return transfers.open(tenant.value(), callId);
  }

  private Transfer moved(TenantId tenant, Call call, Transfer before, TransferEvent event) {
    TransferProgress progress = before.progress().on(event);
    if (progress.equals(before.progress())) {
      return before;
    }
    Transfer after =
        transfers.update(before.with(next.of(tenant, call, before, progress), clock.instant()));
    news.tell(tenant, after);
    TransferResult result = after.result();
    if (result != null && after.owesCallBack()) {
      var due = news.promise(tenant, call, after, businesses.of(tenant));
      if (result == TransferResult.NOBODY) {
        var config =
            receptionists
                .holding(tenant, call.receptionistId(), call.receptionistVersion())
                .speaking(call.language());
        news.comeBack(tenant, after, TransferWords.in(config.languages().getFirst()), due);
      }
    }
    return after;
  }
}
