package io.frontdesk.call;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.Search;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/// Calls, what was said in them and what happened, to read.
@Controller("/api/v1/calls")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calls")
class CallController {
  private final CallSearch search;
  private final CallLog log;
  private final CallEvents events;
  private final Tenancy tenancy;

  CallController(CallSearch search, CallLog log, CallEvents events, Tenancy tenancy) {
    this.search = search;
    this.log = log;
    this.events = events;
    this.tenancy = tenancy;
  }

  /// What was said in a call, in order.
  @Introspected
  record Transcript(List<Turn> turns) {}

  /// Calls, newest first.
  @Get
  Page<Call> list(
      TenantId tenant,
      @RequestBean CallFilter filter,
      @RequestBean CreatedBetween created,
      @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                search.newestFirst(
                    tenant.value(),
                    filter.state(),
                    filter.direction(),
                    filter.outcome(),
                    filter.fromNumber(),
                    filter.toNumber(),
                    filter.leadId(),
                    created.after(),
                    created.before(),
                    Search.pattern(filter.q()),
                    Search.digits(filter.q()),
                    page.before(),
                    page.fetch()),
                page,
                Call::id));
  }

  /// Calls that are going on, newest first.
  @Get("/active")
  Page<Call> active(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () -> Page.of(search.active(tenant.value(), page.before(), page.fetch()), page, Call::id));
  }

  /// One call.
  @Get("/{id}")
  Call get(TenantId tenant, UUID id) {
    return find(tenant, id);
  }

  /// What was said so far, in order.
  @Get("/{id}/transcript")
  Transcript transcript(TenantId tenant, UUID id) {
    return new Transcript(log.transcript(tenant, find(tenant, id).id()));
  }

  /// What happened so far, event by event, oldest first, with what each led to.
  @Get("/{id}/events")
  Page<CallEvent> events(TenantId tenant, UUID id, @Valid @RequestBean EventQuery page) {
    return page.page(events.of(tenant, find(tenant, id).id(), page.from(), page.fetch()));
  }

  private Call find(TenantId tenant, UUID id) {
    return log.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("call", id));
  }
}
