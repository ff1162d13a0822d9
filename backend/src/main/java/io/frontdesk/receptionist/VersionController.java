package io.frontdesk.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.audit.Difference;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was published of a receptionist: the versions, what differs between them, and going back.
@Controller("/api/v1/receptionists/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class VersionController {
  private final Receptionists receptionists;
  private final ReceptionistRepository drafts;
  private final VersionRepository versions;
  private final PublishCheck check;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final ObjectMapper json;

  VersionController(
      Receptionists receptionists,
      ReceptionistRepository drafts,
      VersionRepository versions,
      PublishCheck check,
      Tenancy tenancy,
      AuditLog audit,
      ObjectMapper json) {
    this.receptionists = receptionists;
    this.drafts = drafts;
    this.versions = versions;
    this.check = check;
    this.tenancy = tenancy;
    this.audit = audit;
    this.json = json;
  }

  /// What differs between two versions.
  ///
  /// @param differences field by field; lists are compared whole
  /// @param problems what would keep the later one from being published
  @Introspected
  record Comparison(List<Difference> differences, List<FieldProblem> problems) {}

  /// What was published so far, newest first.
  @Get("/versions")
  Page<ReceptionistVersion> versions(TenantId tenant, UUID id, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                versions.newestFirst(
                    tenant.value(), find(tenant, id).id(), page.before(), page.fetch()),
                page,
                ReceptionistVersion::id));
  }

  /// What differs between two versions, and what keeps the later one from being published: by
  /// default between what callers hear and what is being edited.
  ///
  /// @param before a version's number, `published` or `draft`
  /// @param after the same
  @Get("/differences")
  Comparison differences(
      TenantId tenant,
      UUID id,
      @QueryValue(defaultValue = Which.PUBLISHED) String before,
      @QueryValue(defaultValue = Which.DRAFT) String after) {
    return tenancy.run(
        tenant,
        () -> {
          var earlier = receptionists.which(tenant, id, Which.of("before", before));
          var later = receptionists.which(tenant, id, Which.of("after", after));
          return new Comparison(
              Difference.between(tree(earlier), tree(later)), check.problems(tenant, later));
        });
  }

  private JsonNode tree(ReceptionistConfig config) {
    return json.valueToTree(config);
  }

  /// Makes an earlier version the draft again; calls do not see it before it is published.
  @Post("/versions/{number}/restore")
  HttpResponse<Receptionist> restore(
      TenantId tenant,
      Actor actor,
      UUID id,
      int number,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    Receptionist restored =
        tenancy.run(
            tenant,
            () -> {
              Receptionist receptionist = find(tenant, id);
              ETag.check(ifMatch, receptionist.version(), "receptionist");
              var version =
                  versions
                      .findByTenantIdAndReceptionistIdAndNumber(tenant, id, number)
                      .orElseThrow(() -> new RequestException.NotFound("version", number));
              audit.record(
                  tenant,
                  actor,
                  new Change(
                      "restore", "receptionist", id, receptionist.draft(), version.config()));
              return drafts.update(receptionist.with(version.config()));
            });
    return ETag.answer(HttpStatus.OK, restored, restored.version());
  }

  private Receptionist find(TenantId tenant, UUID id) {
    return drafts
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("receptionist", id));
  }
}
