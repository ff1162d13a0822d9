package io.frontdesk.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.Search;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Leads: read, entered by hand, edited.
@Controller("/api/v1/leads")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Leads")
class LeadController {
  private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

  private final Leads leads;
  private final LeadRepository rows;
  private final LeadExport export;
  private final CallResults calls;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;

  LeadController(
      Leads leads,
      LeadRepository rows,
      LeadExport export,
      CallResults calls,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit) {
    this.leads = leads;
    this.rows = rows;
    this.export = export;
    this.calls = calls;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
  }

  /// A lead and the calls that it left, oldest first.
  @Introspected
  record Shown(@JsonUnwrapped Lead lead, List<UUID> callIds) {}

  /// A lead that somebody enters.
  ///
  /// @param status null for `new`
  @Introspected
  record Entry(
      @NotNull E164 phone,
      @Nullable @Size(max = 200) String name,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable LeadStatus status,
      @Nullable Urgency urgency,
      @Nullable @Size(max = 500) String intent,
      @Nullable @Valid @Size(max = 50) Map<String, LeadDetails.@Valid Answer> fields) {
    LeadDetails details() {
      return new LeadDetails(
          phone,
          name,
          email,
          status == null ? LeadStatus.NEW : status,
          urgency,
          intent,
          fields == null ? Map.of() : fields);
    }
  }

  /// Leads, newest first.
  @Get
  Page<Shown> list(
      TenantId tenant,
      @Valid @RequestBean PageQuery page,
      @RequestBean CreatedBetween created,
      @RequestBean LeadFilter filter) {
    String pattern = Search.pattern(filter.q());
    return tenancy.run(
        tenant,
        () -> {
          var found =
              Page.of(
                  rows.page(tenant, filter, pattern, created, page.before(), page.fetch()),
                  page,
                  Lead::id);
          var ids = found.data().stream().map(Lead::id).toList();
          var callIds = calls.ofLeads(tenant, ids);
          return found.map(lead -> new Shown(lead, callIds.getOrDefault(lead.id(), List.of())));
        });
  }

  /// All leads of the list, as a file for spreadsheets.
  @Get("/export.csv")
  @Produces(MediaType.TEXT_CSV)
  StreamedFile export(
      TenantId tenant,
      Actor actor,
      @RequestBean CreatedBetween created,
      @RequestBean LeadFilter filter) {
    var lines = export.csv(tenant, filter, created);
    tenancy.run(
        tenant, () -> audit.record(tenant, actor, Change.done("export", "lead", null, filter)));
    return new StreamedFile(lines, CSV).attach("leads.csv");
  }

  /// One lead.
  @Get("/{id}")
  HttpResponse<Shown> get(TenantId tenant, UUID id) {
    return answer(
        tenant,
        leads.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("lead", id)));
  }

  /// Enters a lead; its number must be new.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Shown> create(TenantId tenant, @Valid @Body Entry entry) {
    return answer(tenant, leads.write(tenant, sound(entry.details()))).status(HttpStatus.CREATED);
  }

  /// Changes the fields that the body holds.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = LeadDetails.class)))
  HttpResponse<Shown> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        tenant,
        leads.change(
            tenant,
            id,
            lead -> {
              ETag.check(ifMatch, lead.version(), "lead");
              return lead.with(
                  sound(mergePatch.apply(LeadDetails.of(lead), LeadDetails.class, patch)));
            }));
  }

  /// Strikes a lead out; its calls stay.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(TenantId tenant, UUID id) {
    leads.delete(tenant, id);
  }

  private static LeadDetails sound(LeadDetails details) {
    var problems = details.problems();
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
    return details;
  }

  private MutableHttpResponse<Shown> answer(TenantId tenant, Lead lead) {
    var callIds = calls.ofLeads(tenant, List.of(lead.id())).getOrDefault(lead.id(), List.of());
    return HttpResponse.ok(new Shown(lead, callIds))
        .header(HttpHeaders.ETAG, ETag.of(lead.version()));
  }
}
