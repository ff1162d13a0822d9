package io.frontdesk.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.call.CallResults;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes two leads that are one person one, and two again. The one that is merged keeps its row and
/// its number, which leads to the other from then on; its calls are moved, and with them what
/// belongs to calls: messages, appointments, what was said.
@Singleton
class Merging {
  private final LeadRepository leads;
  private final LeadMerges merges;
  private final CallResults calls;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Tenancy tenancy;
  private final Clock clock;

  Merging(
      LeadRepository leads,
      LeadMerges merges,
      CallResults calls,
      Outbox outbox,
      AuditLog audit,
      Tenancy tenancy,
      Clock clock) {
    this.leads = leads;
    this.merges = merges;
    this.calls = calls;
    this.outbox = outbox;
    this.audit = audit;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Merges `merged` into `id`. Asked again of the same version, it is as it is.
  ///
  /// @param ifMatch the version of `id` that was read; null for any
  /// @return the one that stands for both
  /// @throws RequestException.NotFound if the tenant has no lead `id`
  /// @throws RequestException.Rejected if it has no lead `merged`, or both are the same
  /// @throws RequestException.Conflict `already_merged` into another one
  Lead merge(TenantId tenant, Actor actor, UUID id, UUID merged, @Nullable String ifMatch) {
    return tenancy.run(
        tenant,
        () -> {
          leads.takeTurn(tenant.toString());
          Lead lead = find(tenant, id);
          Lead other =
              leads
                  .findByTenantIdAndId(tenant, merged)
                  .orElseThrow(
                      () -> new RequestException.Rejected("/lead_id", "is no lead of yours"));
          if (id.equals(merged)) {
            throw new RequestException.Rejected("/lead_id", "is the lead itself");
          }
          ETag.check(ifMatch, lead.version(), "lead");
          if (id.equals(other.mergedInto())) {
            return lead;
          }
          if (lead.mergedInto() != null || other.mergedInto() != null) {
            throw Leads.alreadyMerged();
          }
          return merge(tenant, actor, lead, other);
        });
  }

  private Lead merge(TenantId tenant, Actor actor, Lead lead, Lead other) {
    Known before = Known.of(lead);
    Known after = before.and(Known.of(other));
    List<UUID> movedCalls =
        calls.ofLeads(tenant, List.of(other.id())).getOrDefault(other.id(), List.of());
    List<UUID> movedLeads =
        leads.findByTenantIdAndMergedIntoOrderById(tenant, other.id()).stream()
            .map(Lead::id)
            .toList();
    merges.save(
        new LeadMerge(
            UuidCreator.getTimeOrderedEpoch(),
            tenant,
            lead.id(),
            other.id(),
            before,
            after,
            movedCalls,
            movedLeads,
            clock.instant(),
            null));
    calls.moveToLead(tenant, movedCalls, lead.id());
    stand(tenant, lead.id(), movedLeads);
    Lead gone = leads.update(other.mergedInto(lead.id()));
    Lead whole = leads.update(lead.with(after));
    happened(tenant, whole);
    happened(tenant, gone);
    audit.record(
        tenant,
        actor,
        Change.done(
            "merge",
            "lead",
            lead.id(),
            Map.of("lead_id", other.id(), "phone", other.phone(), "calls", movedCalls.size())));
    return whole;
  }

  /// Makes a lead one of its own again: what was moved comes back, and so do calls from its number
  /// that came in since. What somebody has changed since then stays as they changed it. Asked
  /// again, it is as it is.
  ///
  /// @throws RequestException.NotFound if the tenant has no such lead
  /// @throws RequestException.Conflict `not_merged`, or `later_merge` if another merge rests on it
  Lead undo(TenantId tenant, Actor actor, UUID id) {
    return tenancy.run(
        tenant,
        () -> {
          leads.takeTurn(tenant.toString());
          Lead merged = find(tenant, id);
          LeadMerge merge =
              merges
                  .last(tenant.value(), id)
                  .orElseThrow(
                      () ->
                          new RequestException.Conflict(
                              "not_merged",
                              "Not merged",
                              "This lead was not merged into another one."));
          return merge.undoneAt() == null ? undo(tenant, actor, merged, merge) : merged;
        });
  }

  private Lead undo(TenantId tenant, Actor actor, Lead merged, LeadMerge merge) {
    Lead lead = find(tenant, merge.leadId());
    boolean isLast =
        merges
            .lastInto(tenant.value(), lead.id())
            .map(LeadMerge::id)
            .equals(Optional.of(merge.id()));
    if (!isLast || lead.mergedInto() != null) {
      throw new RequestException.Conflict(
          "later_merge",
          "Merged again",
          "Another merge came after this one and rests on it. Undo that one first.");
    }
    var back = new LinkedHashSet<>(merge.calls());
    back.addAll(calls.since(tenant, lead.id(), numbers(tenant, merged, merge), merge.createdAt()));
    calls.moveBack(tenant, back, lead.id(), merged.id());
    stand(tenant, merged.id(), merge.leads());
    Instant now = clock.instant();
    merges.undo(tenant.value(), merge.id(), now);
    Lead apart = leads.update(merged.mergedInto(null));
    Lead left = leads.update(lead.with(Known.of(lead).undone(merge.before(), merge.after())));
    happened(tenant, left);
    happened(tenant, apart);
    audit.record(
        tenant,
        actor,
        Change.done(
            "unmerge", "lead", lead.id(), Map.of("lead_id", apart.id(), "calls", back.size())));
    return apart;
  }

  private List<E164> numbers(TenantId tenant, Lead merged, LeadMerge merge) {
    var numbers = new ArrayList<E164>();
    numbers.add(merged.phone());
    for (UUID id : merge.leads()) {
      leads.findByTenantIdAndId(tenant, id).map(Lead::phone).ifPresent(numbers::add);
    }
    return numbers;
  }

  private void stand(TenantId tenant, UUID lead, List<UUID> others) {
    if (!others.isEmpty()) {
      leads.lead(tenant.value(), others, lead);
    }
  }

  private Lead find(TenantId tenant, UUID id) {
    return leads
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("lead", id));
  }

  private void happened(TenantId tenant, Lead lead) {
    outbox.happened(
        tenant, "lead.updated", lead.id(), Map.of("status", WireName.of(lead.status())));
  }
}
