package io.frontdesk.customer;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.http.annotation.QueryValue;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people asked to have done.
@Controller("/api/v1/service-requests")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
class ServiceRequestController {
  private final RequestDesk desk;
  private final ServiceRequests requests;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;

  ServiceRequestController(
      RequestDesk desk,
      ServiceRequests requests,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit) {
    this.audit = audit;
    this.desk = desk;
    this.requests = requests;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
  }

  /// Which requests are asked for; what is null does not narrow the list.
  @Introspected
  record Filter(
      @QueryValue @Nullable RequestStatus status,
      @QueryValue("customer_id") @Nullable UUID customerId,
      @QueryValue("call_id") @Nullable UUID callId) {}

  /// Requests, newest first.
  @Get
  Page<ServiceRequest> list(
      TenantId tenant, @Valid @RequestBean PageQuery page, @RequestBean Filter filter) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                requests.newestFirst(
                    tenant.value(),
                    filter.status(),
                    filter.customerId(),
                    filter.callId(),
                    page.before(),
                    page.fetch()),
                page,
                ServiceRequest::id));
  }

  /// Takes a request down.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<ServiceRequest> add(TenantId tenant, @Valid @Body ServiceRequest.Made made) {
    return answer(HttpStatus.CREATED, desk.take(tenant, null, made));
  }

  /// One request.
  @Get("/{id}")
  HttpResponse<ServiceRequest> get(TenantId tenant, UUID id) {
    return answer(HttpStatus.OK, tenancy.run(tenant, () -> find(tenant, id)));
  }

  /// Changes the fields that the body holds.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = ServiceRequest.Details.class)))
  HttpResponse<ServiceRequest> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant,
            () -> {
              ServiceRequest request = find(tenant, id);
              ETag.check(ifMatch, request.version(), "service request");
              return requests.update(
                  request.with(
                      mergePatch.apply(request.details(), ServiceRequest.Details.class, patch)));
            }));
  }

  /// Strikes a request out.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          ServiceRequest request = find(tenant, id);
          requests.deleteByTenantIdAndId(tenant, id);
          audit.record(tenant, actor, Change.deleted("service_request", id, request));
        });
  }

  private ServiceRequest find(TenantId tenant, UUID id) {
    return requests
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("service request", id));
  }

  private static HttpResponse<ServiceRequest> answer(HttpStatus status, ServiceRequest request) {
    return ETag.answer(status, request, request.version());
  }
}
