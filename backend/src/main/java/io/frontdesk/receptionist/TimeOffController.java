package io.frontdesk.receptionist;

import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;

/// When the staff are away.
@Controller("/api/v1/staff/{id}/time-off")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Services and staff")
class TimeOffController {
  private static final String RESOURCE = "time_off";

  private final TimesOff timesOff;
  private final StaffMembers staff;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final Clock clock;

  TimeOffController(
      TimesOff timesOff, StaffMembers staff, Tenancy tenancy, AuditLog audit, Clock clock) {
    this.timesOff = timesOff;
    this.staff = staff;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /// When one member of staff is away, what was entered last first.
  @Get
  Page<TimeOff> list(TenantId tenant, UUID id, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () -> {
          refuseStranger(tenant, id);
          return Page.of(
              timesOff.newestFirst(tenant, id, page.before(), page.fetch()), page, TimeOff::id);
        });
  }

  /// Books nothing with them in that time. Appointments that they have then stand.
  @Post
  @Status(HttpStatus.CREATED)
  TimeOff add(TenantId tenant, Actor actor, UUID id, @Valid @Body TimeOff.Details details) {
    return tenancy.run(
        tenant,
        () -> {
          refuseStranger(tenant, id);
          details.refuseImpossible();
          var timeOff = TimeOff.of(tenant, id, details, clock.instant());
          audit.record(tenant, actor, Change.created(RESOURCE, timeOff.id(), details));
          return timesOff.save(timeOff);
        });
  }

  /// They are there after all.
  @Delete("/{timeOffId}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, UUID id, UUID timeOffId) {
    tenancy.run(
        tenant,
        () -> {
          refuseStranger(tenant, id);
          TimeOff timeOff =
              timesOff
                  .findByTenantIdAndId(tenant, timeOffId)
                  .filter(found -> found.staffId().equals(id))
                  .orElseThrow(() -> new RequestException.NotFound("time off", timeOffId));
          audit.record(tenant, actor, Change.deleted(RESOURCE, timeOffId, timeOff));
          timesOff.delete(timeOff);
        });
  }

  private void refuseStranger(TenantId tenant, UUID id) {
    if (staff.bookable(tenant, id).isEmpty()) {
      throw new RequestException.NotFound("member of staff", id);
    }
  }
}
