package io.frontdesk.httptool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.receptionist.Receptionists;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The business's own tools: what its receptionist may ask of its own systems during a call.
@Controller("/api/v1/receptionists/{id}/tools")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tools")
class HttpToolController {
  private static final String RESOURCE = "http_tool";

  private final HttpToolBook book;
  private final HttpTools tools;
  private final SecretHeaders secrets;
  private final Receptionists receptionists;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;

  HttpToolController(
      HttpToolBook book,
      HttpTools tools,
      SecretHeaders secrets,
      Receptionists receptionists,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit) {
    this.book = book;
    this.tools = tools;
    this.secrets = secrets;
    this.receptionists = receptionists;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
  }

  /// A tool as it may be seen.
  ///
  /// @param secretHeaderNames of the headers that are not shown
  @Introspected
  record Shown(@JsonUnwrapped HttpTool tool, List<String> secretHeaderNames) {}

  /// The tools of a receptionist, newest first.
  @Get
  Page<Shown> list(TenantId tenant, UUID id, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () -> {
          receptionists.publishedVersion(tenant, id);
          return Page.of(
                  tools.newestFirst(tenant.value(), id, page.before(), page.fetch()),
                  page,
                  HttpTool::id)
              .map(this::shown);
        });
  }

  /// Gives the receptionist a tool, from the next call on.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Shown> add(
      TenantId tenant, Actor actor, UUID id, @Valid @Body HttpToolDetails details) {
    sound(details);
    return answer(
        HttpStatus.CREATED,
        tenancy.run(
            tenant,
            () -> {
              receptionists.publishedVersion(tenant, id);
              HttpTool tool = book.add(tenant, id, details);
              audit.record(
                  tenant, actor, Change.created(RESOURCE, tool.id(), book.forTheLog(details)));
              return tool;
            }));
  }

  /// One tool.
  @Get("/{toolId}")
  HttpResponse<Shown> get(TenantId tenant, UUID id, UUID toolId) {
    return answer(HttpStatus.OK, tenancy.run(tenant, () -> find(tenant, id, toolId)));
  }

  /// Changes the fields that the body holds; of the headers that are not shown, those that it
  /// names.
  @Patch("/{toolId}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = HttpToolDetails.class)))
  HttpResponse<Shown> change(
      TenantId tenant,
      Actor actor,
      UUID id,
      UUID toolId,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant,
            () -> {
              HttpTool tool = find(tenant, id, toolId);
              ETag.check(ifMatch, tool.version(), "tool");
              HttpToolDetails before = book.details(tool);
              var details = mergePatch.apply(before, HttpToolDetails.class, patch);
              sound(details);
              audit.record(
                  tenant,
                  actor,
                  Change.updated(
                      RESOURCE, toolId, book.forTheLog(before), book.forTheLog(details)));
              return book.replace(tool, details);
            }));
  }

  /// Takes a tool away; its secrets are deleted.
  @Delete("/{toolId}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, UUID id, UUID toolId) {
    tenancy.run(
        tenant,
        () -> {
          HttpTool tool = find(tenant, id, toolId);
          audit.record(
              tenant, actor, Change.deleted(RESOURCE, toolId, book.forTheLog(book.details(tool))));
          book.takeAway(tool);
        });
  }

  /// Uses a tool now, as if the model had told it these arguments. It is really used.
  @Post("/{toolId}/try")
  Trial tryOut(
      TenantId tenant, Actor actor, UUID id, UUID toolId, @Valid @Body Trial.Wanted wanted) {
    HttpTool tool =
        tenancy.run(
            tenant,
            () -> {
              HttpTool found = find(tenant, id, toolId);
              book.checked(found, wanted);
              audit.record(tenant, actor, Change.done("try", RESOURCE, toolId, wanted));
              return found;
            });
    return book.tryOut(tool, wanted);
  }

  private static void sound(HttpToolDetails details) {
    var problems = details.problems();
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
  }

  private HttpTool find(TenantId tenant, UUID receptionist, UUID id) {
    return tools
        .findByTenantIdAndReceptionistIdAndIdAndRetiredAtIsNull(tenant, receptionist, id)
        .orElseThrow(() -> new RequestException.NotFound("tool", id));
  }

  private Shown shown(HttpTool tool) {
    return new Shown(tool, List.copyOf(secrets.of(tool).keySet()));
  }

  private HttpResponse<Shown> answer(HttpStatus status, HttpTool tool) {
    return ETag.answer(status, shown(tool), tool.version());
  }
}
