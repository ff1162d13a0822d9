package io.frontdesk.knowledge;

import io.frontdesk.call.CallLog;
import io.frontdesk.knowledge.KnowledgeUses.Use;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/// From what the receptionist answered on a call.
@Controller("/api/v1/calls")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Knowledge")
class CallKnowledgeController {
  private final CallLog log;
  private final KnowledgeUses uses;
  private final Tenancy tenancy;

  CallKnowledgeController(CallLog log, KnowledgeUses uses, Tenancy tenancy) {
    this.log = log;
    this.uses = uses;
    this.tenancy = tenancy;
  }

  /// All of them, in the order of the turns.
  @Introspected
  record Traced(List<Use> uses) {}

  /// Which turns came from which entries; empty until the call is over, and some moments more.
  @Get("/{id}/knowledge")
  Traced uses(TenantId tenant, UUID id) {
    return tenancy.run(
        tenant,
        () -> {
          if (log.find(tenant, id).isEmpty()) {
            throw new RequestException.NotFound("call", id);
          }
          return new Traced(uses.of(tenant.value(), id));
        });
  }
}
