package io.frontdesk.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The business's profile.
@Controller("/api/v1/business")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Business")
class BusinessController {
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final ApplicationEventPublisher<BusinessChanged> changes;

  BusinessController(
      Businesses businesses,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit,
      ApplicationEventPublisher<BusinessChanged> changes) {
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.changes = changes;
  }

  /// The profile: name, time zone, opening hours, holidays, and whether calls are recorded.
  @Get
  HttpResponse<Business> get(TenantId tenant) {
    return answer(tenancy.run(tenant, () -> businesses.of(tenant)));
  }

  /// Changes the fields that the body holds.
  @Patch
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = Business.Profile.class)))
  HttpResponse<Business> change(
      TenantId tenant,
      Actor actor,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        tenancy.run(
            tenant,
            () -> {
              Business business = businesses.of(tenant);
              ETag.check(ifMatch, business.version(), "business");
              var profile = mergePatch.apply(business.profile(), Business.Profile.class, patch);
              refuseImpossible(profile);
              audit.record(
                  tenant,
                  actor,
                  Change.updated("business", business.id(), business.profile(), profile));
              Business changed = businesses.update(business.with(profile));
              changes.publishEvent(new BusinessChanged(tenant, business, changed));
              return changed;
            }));
  }

  private static void refuseImpossible(Business.Profile profile) {
    var problems = new ArrayList<>(profile.hours().problems("/hours"));
    for (int i = 0; i < profile.holidays().size(); i++) {
      problems.addAll(
          Hours.Interval.problems(
              profile.holidays().get(i).hours(), "/holidays/%d/hours".formatted(i)));
    }
    problems.addAll(profile.staffFirst().problems("/staff_first"));
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
  }

  private static HttpResponse<Business> answer(Business business) {
    return ETag.answer(HttpStatus.OK, business, business.version());
  }
}
