package io.frontdesk.lead;

import io.frontdesk.audit.Actor;
import io.frontdesk.call.CallResults;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two leads that are one person.
@Controller("/api/v1/leads/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Leads")
class LeadMergeController {
  private final Merging merging;
  private final LeadRepository leads;
  private final CallResults calls;
  private final Tenancy tenancy;

  LeadMergeController(Merging merging, LeadRepository leads, CallResults calls, Tenancy tenancy) {
    this.merging = merging;
    this.leads = leads;
    this.calls = calls;
    this.tenancy = tenancy;
  }

  /// Which lead is the same person.
  @Introspected
  record Merge(@NotNull UUID leadId) {}

  /// Leads that may be meant.
  @Introspected
  record Similar(List<LeadController.Shown> data) {}

  /// Leads that may be the same person: at most five, with the same e-mail address or of the same
  /// name.
  @Get("/similar")
  Similar similar(TenantId tenant, UUID id) {
    return tenancy.run(
        tenant,
        () -> {
          if (leads.findByTenantIdAndId(tenant, id).isEmpty()) {
            throw new RequestException.NotFound("lead", id);
          }
          List<Lead> found = leads.similar(tenant.value(), id);
          var callIds = calls.ofLeads(tenant, found.stream().map(Lead::id).toList());
          return new Similar(
              found.stream()
                  .map(
                      lead ->
                          new LeadController.Shown(
                              lead, callIds.getOrDefault(lead.id(), List.of())))
                  .toList());
        });
  }

  /// Merges another lead into this one, which stands for both from then on.
  @Post("/merge")
  HttpResponse<LeadController.Shown> merge(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @Body Merge merge) {
    return answer(tenant, merging.merge(tenant, actor, id, merge.leadId(), ifMatch));
  }

  /// Makes this lead, which was merged into another one, one of its own again.
  @Post("/unmerge")
  HttpResponse<LeadController.Shown> unmerge(TenantId tenant, Actor actor, UUID id) {
    return answer(tenant, merging.undo(tenant, actor, id));
  }

  private HttpResponse<LeadController.Shown> answer(TenantId tenant, Lead lead) {
    var callIds = calls.ofLeads(tenant, List.of(lead.id())).getOrDefault(lead.id(), List.of());
    return ETag.answer(HttpStatus.OK, new LeadController.Shown(lead, callIds), lead.version());
  }
}
