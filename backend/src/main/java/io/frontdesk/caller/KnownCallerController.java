package io.frontdesk.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Callers who are treated otherwise than others.
@Controller("/api/v1/known-callers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calls")
class KnownCallerController {
  private static final String RESOURCE = "known_caller";

  private final KnownCallers callers;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final Clock clock;

  KnownCallerController(
      KnownCallers callers, Tenancy tenancy, MergePatch mergePatch, AuditLog audit, Clock clock) {
    this.callers = callers;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  /// The numbers whose calls are treated otherwise, newest first.
  @Get
  Page<KnownCaller> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                callers.newestFirst(tenant.value(), page.before(), page.fetch()),
                page,
                KnownCaller::id));
  }

  /// Says how the calls from a number are treated.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<KnownCaller> add(TenantId tenant, Actor actor, @Valid @Body KnownCaller.Made made) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    return answer(
        HttpStatus.CREATED,
        tenancy.run(
            tenant,
            () -> {
              if (callers.add(tenant.value(), id, made.number(), made.treatment(), made.note(), now)
                  == 0) {
                throw new RequestException.Conflict(
                    "known_caller_exists",
                    "Known already",
                    "This number is on the list already: change it there, or take it off first.");
              }
              audit.record(tenant, actor, Change.created(RESOURCE, id, made));
              return find(tenant, id);
            }));
  }

  /// One number.
  @Get("/{id}")
  HttpResponse<KnownCaller> get(TenantId tenant, UUID id) {
    return answer(HttpStatus.OK, tenancy.run(tenant, () -> find(tenant, id)));
  }

  /// Changes the fields that the body holds.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = KnownCaller.Details.class)))
  HttpResponse<KnownCaller> change(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant,
            () -> {
              KnownCaller caller = callers.lock(tenant.value(), id).orElseThrow(() -> unknown(id));
              ETag.check(ifMatch, caller.version(), "known caller");
              var details = mergePatch.apply(caller.details(), KnownCaller.Details.class, patch);
              audit.record(tenant, actor, Change.updated(RESOURCE, id, caller.details(), details));
              return callers.update(caller.with(details));
            }));
  }

  /// Treats the calls from a number as any other.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          KnownCaller caller = find(tenant, id);
          audit.record(tenant, actor, Change.deleted(RESOURCE, id, caller.details()));
          callers.deleteByTenantIdAndId(tenant, id);
        });
  }

  private KnownCaller find(TenantId tenant, UUID id) {
    return callers.findByTenantIdAndId(tenant, id).orElseThrow(() -> unknown(id));
  }

  private static RequestException unknown(UUID id) {
    return new RequestException.NotFound("known caller", id);
  }

  private static HttpResponse<KnownCaller> answer(HttpStatus status, KnownCaller caller) {
    return ETag.answer(status, caller, caller.version());
  }
}
