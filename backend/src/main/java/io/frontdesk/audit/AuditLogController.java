package io.frontdesk.audit;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.WireName;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// The audit log, to be read.
@Controller("/api/v1/audit-log")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class AuditLogController {
  private final AuditEvents events;
  private final Tenancy tenancy;

  AuditLogController(AuditEvents events, Tenancy tenancy) {
    this.events = events;
    this.tenancy = tenancy;
  }

  /// Who did what, when, from where, newest first.
  @Get
  Page<AuditEvent> list(
      TenantId tenant,
      @Valid @RequestBean PageQuery page,
      @RequestBean CreatedBetween created,
      @Valid @RequestBean AuditFilter filter) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                events.newestFirst(
                    tenant.value(),
                    filter.action(),
                    filter.resource(),
                    filter.resourceId(),
                    filter.actor() == null ? null : WireName.of(filter.actor()),
                    filter.actorId(),
                    created.after(),
                    created.before(),
                    page.before(),
                    page.fetch()),
                page,
                AuditEvent::id));
  }
}
