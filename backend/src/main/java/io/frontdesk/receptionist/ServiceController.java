package io.frontdesk.receptionist;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers can book.
@Controller("/api/v1/services")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Services and staff")
class ServiceController {
  private static final String RESOURCE = "service";

  private final Services services;
  private final StaffMembers staff;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final Clock clock;

  ServiceController(
      Services services,
      StaffMembers staff,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit,
      Clock clock) {
    this.services = services;
    this.staff = staff;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is offered, newest first.
  @Get
  Page<Service> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                services.newestFirst(tenant.value(), page.before(), page.fetch()),
                page,
                Service::id));
  }

  /// Offers something new.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Service> add(TenantId tenant, Actor actor, @Valid @Body Service.Details details) {
    var service = Service.offered(tenant, details, clock.instant());
    return answer(
        HttpStatus.CREATED,
        tenancy.run(
            tenant,
            () -> {
              refuseStrangers(tenant, details);
              audit.record(tenant, actor, Change.created(RESOURCE, service.id(), details));
              return services.save(service);
            }));
  }

  /// One service; one that is offered no more is still there for the appointments that name it.
  @Get("/{id}")
  HttpResponse<Service> get(TenantId tenant, UUID id) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant, () -> services.findByTenantIdAndId(tenant, id).orElseThrow(() -> unknown(id))));
  }

  /// Changes the fields that the body holds. Appointments that stand keep their length.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = Service.Details.class)))
  HttpResponse<Service> change(
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
              Service service = offered(tenant, id);
              ETag.check(ifMatch, service.version(), "service");
              var details = mergePatch.apply(service.details(), Service.Details.class, patch);
              refuseStrangers(tenant, details);
              audit.record(tenant, actor, Change.updated(RESOURCE, id, service.details(), details));
              return services.update(service.with(details));
            }));
  }

  /// Offers it no more. Appointments for it stand.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void retire(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          Service service = offered(tenant, id);
          if (services.offered(tenant).size() == 1) {
            throw new RequestException.Conflict(
                "last_service",
                "Last service",
                "This is the only service: without it nothing could be booked. Add another first.");
          }
          audit.record(tenant, actor, Change.deleted(RESOURCE, id, service.details()));
          services.update(service.retired(clock.instant()));
        });
  }

  /// Who does it must be somebody with whom things are booked.
  private void refuseStrangers(TenantId tenant, Service.Details details) {
    List<UUID> ids = details.staffIds();
    if (ids == null) {
      return;
    }
    List<UUID> known = staff.bookable(tenant).stream().map(StaffMember::id).toList();
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        throw new RequestException.Rejected("/staff_ids/" + i, "there is no such member of staff");
      }
    }
  }

  private Service offered(TenantId tenant, UUID id) {
    return services.offered(tenant, id).orElseThrow(() -> unknown(id));
  }

  private static RequestException unknown(UUID id) {
    return new RequestException.NotFound("service", id);
  }

  private static HttpResponse<Service> answer(HttpStatus status, Service service) {
    return ETag.answer(status, service, service.version());
  }
}
