package io.frontdesk.call;

import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is learnt of calls after they ended. Every method opens the tenant's door, or joins it
/// where it is open.
@Singleton
public class CallResults {
  private final Tenancy tenancy;
  private final Results results;
  private final CallCosts costs;
  private final Outbox outbox;
  private final Clock clock;

  CallResults(Tenancy tenancy, Results results, CallCosts costs, Outbox outbox, Clock clock) {
    this.tenancy = tenancy;
    this.results = results;
    this.costs = costs;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Keeps what was found without the help of a model.
  ///
  /// @return whether it was the first analysis
  public boolean analyzed(
      TenantId tenant,
      UUID callId,
      String summary,
      @Nullable Sentiment sentiment,
      Supplier<@Nullable UUID> lead) {
    return analyzed(tenant, callId, summary, sentiment, null, lead);
  }

  /// Keeps what the analysis found; `call.analyzed` happens. Only a call's first analysis counts.
  ///
  /// @param sentiment null if the caller said nothing to judge by
  /// @param usage what the analysis itself took; null if nothing, or nobody told
  /// @param lead enters the lead that the call left, in the same transaction, and gives its id;
  /// null if it left none. Not asked unless this is the first analysis
  /// @return whether it was the first
  public boolean analyzed(
      TenantId tenant,
      UUID callId,
      String summary,
      @Nullable Sentiment sentiment,
      @Nullable Usage usage,
      Supplier<@Nullable UUID> lead) {
    return tenancy.run(
        tenant,
        () -> {
          if (results.lockUnanalyzed(tenant.value(), callId).isEmpty()) {
            return false;
          }
          UUID leadId = lead.get();
          results.analyzed(tenant.value(), callId, summary, sentiment, leadId, clock.instant());
          if (usage != null) {
            costs.used(tenant, callId, usage);
            costs.price(tenant, callId);
          }
          var data = new LinkedHashMap<String, @Nullable Object>();
          data.put("lead_id", leadId);
          data.put("sentiment", sentiment == null ? null : WireName.of(sentiment));
          outbox.happened(tenant, "call.analyzed", callId, data);
          return true;
        });
  }

  /// The calls of each of these leads, oldest first.
  public Map<UUID, List<UUID>> ofLeads(TenantId tenant, Collection<UUID> leadIds) {
    if (leadIds.isEmpty()) {
      return Map.of();
    }
    return tenancy.run(
        tenant,
        () ->
            results.ofLeads(tenant.value(), leadIds).stream()
                .collect(
                    Collectors.groupingBy(
                        LeadCall::leadId, Collectors.mapping(LeadCall::id, Collectors.toList()))));
  }

  /// Has calls belong to a lead.
  public void moveToLead(TenantId tenant, Collection<UUID> callIds, UUID lead) {
    if (!callIds.isEmpty()) {
      tenancy.run(tenant, () -> results.moveToLead(tenant.value(), callIds, lead));
    }
  }

  /// The same for those of the calls that are another lead's still.
  public void moveBack(TenantId tenant, Collection<UUID> callIds, UUID from, UUID lead) {
    if (!callIds.isEmpty()) {
      tenancy.run(tenant, () -> results.moveBack(tenant.value(), callIds, from, lead));
    }
  }

  /// The calls of a lead with one of these numbers that were analysed since then.
  public List<UUID> since(TenantId tenant, UUID lead, Collection<E164> numbers, Instant since) {
    var others = numbers.stream().map(E164::value).toList();
    return tenancy.run(tenant, () -> results.since(tenant.value(), lead, others, since));
  }
}
