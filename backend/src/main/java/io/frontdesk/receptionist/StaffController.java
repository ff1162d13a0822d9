package io.frontdesk.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.business.Hours;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.Problem.FieldProblem;
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

/// With whom callers can book.
@Controller("/api/v1/staff")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Services and staff")
class StaffController {
  private static final String RESOURCE = "staff";

  private final StaffMembers staff;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final Clock clock;

  StaffController(
      StaffMembers staff, Tenancy tenancy, MergePatch mergePatch, AuditLog audit, Clock clock) {
    this.staff = staff;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  /// Those with whom something can be booked, newest first.
  @Get
  Page<StaffMember> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                staff.newestFirst(tenant.value(), page.before(), page.fetch()),
                page,
                StaffMember::id));
  }

  /// Opens one more calendar.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<StaffMember> add(
      TenantId tenant, Actor actor, @Valid @Body StaffMember.Details details) {
    refuseImpossible(details);
    var member = StaffMember.hired(tenant, details, clock.instant());
    return answer(
        HttpStatus.CREATED,
        tenancy.run(
            tenant,
            () -> {
              audit.record(tenant, actor, Change.created(RESOURCE, member.id(), details));
              return staff.save(member);
            }));
  }

  /// One member of staff; one who left is still there for the appointments that name them.
  @Get("/{id}")
  HttpResponse<StaffMember> get(TenantId tenant, UUID id) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant, () -> staff.findByTenantIdAndId(tenant, id).orElseThrow(() -> unknown(id))));
  }

  /// Changes the fields that the body holds.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = StaffMember.Details.class)))
  HttpResponse<StaffMember> change(
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
              StaffMember member = bookable(tenant, id);
              ETag.check(ifMatch, member.version(), "member of staff");
              var details = mergePatch.apply(member.details(), StaffMember.Details.class, patch);
              refuseImpossible(details);
              audit.record(tenant, actor, Change.updated(RESOURCE, id, member.details(), details));
              return staff.update(member.with(details));
            }));
  }

  /// Books nothing with them any more. Appointments with them stand.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void retire(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          StaffMember member = bookable(tenant, id);
          if (staff.bookable(tenant).size() == 1) {
            throw new RequestException.Conflict(
                "last_member",
                "Last member of staff",
                "This is the only calendar: without it nothing could be booked. Add another"
                    + " first.");
          }
          audit.record(tenant, actor, Change.deleted(RESOURCE, id, member.details()));
          staff.update(member.retired(clock.instant()));
        });
  }

  private static void refuseImpossible(StaffMember.Details details) {
    Hours hours = details.hours();
    var problems = hours == null ? List.<FieldProblem>of() : hours.problems("/hours");
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
  }

  private StaffMember bookable(TenantId tenant, UUID id) {
    return staff.bookable(tenant, id).orElseThrow(() -> unknown(id));
  }

  private static RequestException unknown(UUID id) {
    return new RequestException.NotFound("member of staff", id);
  }

  private static HttpResponse<StaffMember> answer(HttpStatus status, StaffMember member) {
    return ETag.answer(status, member, member.version());
  }
}
