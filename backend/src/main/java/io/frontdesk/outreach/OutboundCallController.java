package io.frontdesk.outreach;

import io.frontdesk.call.ScriptType;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls that the business places.
@Controller("/api/v1/outbound-calls")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Outbound calls")
class OutboundCallController {
  private final Outreach outreach;
  private final OutboundCalls calls;
  private final Tenancy tenancy;

  OutboundCallController(Outreach outreach, OutboundCalls calls, Tenancy tenancy) {
    this.outreach = outreach;
    this.calls = calls;
    this.tenancy = tenancy;
  }

  /// A call that is to be placed.
  ///
  /// @param receptionistId who speaks; left out for the default receptionist
  /// @param purpose what it is about, in words that can be said as they are
  /// @param scriptType `default` if it is left out
  /// @param message what an answering machine is told; without one it is hung up on
  /// @param at not before that; left out for now
  /// @param recurrence not there yet: must be left out
  @Introspected
  record NewOutboundCall(
      @NotNull E164 to,
      @Nullable UUID receptionistId,
      @NotBlank @Size(max = 1000) String purpose,
      @Nullable ScriptType scriptType,
      @Nullable UUID leadId,
      @Nullable @Size(min = 1, max = 1000) String message,
      @Nullable Instant at,
      @Nullable String recurrence) {}

  /// Has somebody called, now or later.
  @Post
  @Status(HttpStatus.CREATED)
  OutboundCall place(TenantId tenant, @Valid @Body NewOutboundCall call) {
    if (call.recurrence() != null) {
      throw new RequestException.Rejected(
          "/recurrence", "is not there yet: ask for each call by itself");
    }
    return outreach.ask(
        tenant,
        new Outreach.Wish(
            call.to(),
            "/to",
            call.receptionistId(),
            call.purpose(),
            call.scriptType() == null ? ScriptType.DEFAULT : call.scriptType(),
            call.leadId(),
            call.message(),
            call.at()),
        Duration.ZERO);
  }

  /// The calls that were asked for, newest first.
  @Get
  Page<OutboundCall> list(
      TenantId tenant,
      @QueryValue @Nullable OutboundState state,
      @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                calls.newestFirst(tenant.value(), state, page.before(), page.fetch()),
                page,
                OutboundCall::id));
  }

  /// One of them.
  @Get("/{id}")
  OutboundCall get(TenantId tenant, UUID id) {
    return tenancy
        .run(tenant, () -> calls.findByTenantIdAndId(tenant, id))
        .orElseThrow(() -> new RequestException.NotFound("outbound call", id));
  }

  /// Takes back a call that was not placed yet.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void cancel(TenantId tenant, UUID id) {
    outreach.cancel(tenant, id);
  }
}
