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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The receptionists: reading and editing the draft, publishing it. What was published before is in
/// [VersionController].
@Controller("/api/v1/receptionists")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class ReceptionistController {
  private static final String RESOURCE = "receptionist";

  private final Receptionists receptionists;
  private final ReceptionistRepository drafts;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final ModelFit fit;
  private final OwnNumbers ownNumbers;
  private final PublishCheck check;
  private final AuditLog audit;

  ReceptionistController(
      Receptionists receptionists,
      ReceptionistRepository drafts,
      Tenancy tenancy,
      MergePatch mergePatch,
      ModelFit fit,
      OwnNumbers ownNumbers,
      PublishCheck check,
      AuditLog audit) {
    this.receptionists = receptionists;
    this.drafts = drafts;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.fit = fit;
    this.ownNumbers = ownNumbers;
    this.check = check;
    this.audit = audit;
  }

  /// The business's receptionists, newest first, as they are being edited.
  @Get
  Page<Receptionist> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                drafts.newestFirst(tenant.value(), page.before(), page.fetch()),
                page,
                Receptionist::id));
  }

  /// One receptionist as it is being edited.
  @Get("/{id}")
  HttpResponse<Receptionist> get(TenantId tenant, UUID id) {
    return answer(tenancy.run(tenant, () -> find(tenant, id)));
  }

  /// Changes the draft's fields that the body holds; calls do not see it before it is published.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = ReceptionistConfig.class)))
  HttpResponse<Receptionist> change(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        tenancy.run(
            tenant,
            () -> {
              Receptionist receptionist = find(tenant, id);
              ETag.check(ifMatch, receptionist.version(), "receptionist");
              var draft = mergePatch.apply(receptionist.draft(), ReceptionistConfig.class, patch);
              var problems = new ArrayList<>(draft.problems());
              problems.addAll(fit.problems(receptionist.draft(), draft));
              problems.addAll(ownNumbers.problems(tenant, draft.transferTargets()));
              if (!problems.isEmpty()) {
                throw new RequestException.Rejected(problems);
              }
              audit.record(
                  tenant, actor, Change.updated(RESOURCE, id, receptionist.draft(), draft));
              return drafts.update(receptionist.with(draft));
            }));
  }

  /// Makes the draft what calls use from the next one on: the one that `If-Match` names. One that
  /// cannot take calls as it is, is refused with the reasons.
  @Post("/{id}/publish")
  HttpResponse<ReceptionistVersion> publish(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return tenancy.run(
        tenant,
        () -> {
          Receptionist draft = find(tenant, id);
          ETag.check(ifMatch, draft.version(), "receptionist");
          check.require(tenant, draft.draft());
          var version = receptionists.publish(draft);
          if (!Integer.valueOf(version.number()).equals(draft.publishedVersion())) {
            audit.record(
                tenant,
                actor,
                Change.done("publish", RESOURCE, id, Map.of("version", version.number())));
          }
          return HttpResponse.ok(version)
              .header(HttpHeaders.ETAG, ETag.of(find(tenant, id).version()));
        });
  }

  private Receptionist find(TenantId tenant, UUID id) {
    return drafts
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("receptionist", id));
  }

  private static HttpResponse<Receptionist> answer(Receptionist receptionist) {
    return ETag.answer(HttpStatus.OK, receptionist, receptionist.version());
  }
}
