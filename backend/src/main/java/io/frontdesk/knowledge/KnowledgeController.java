package io.frontdesk.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.knowledge.KnowledgeEntry.Details;
import io.frontdesk.knowledge.KnowledgeEntry.Kind;
import io.frontdesk.knowledge.KnowledgeEntry.Made;
import io.frontdesk.knowledge.KnowledgeEntry.Sent;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.Search;
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
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a receptionist knows: callers are answered from it from the next call on.
@Controller("/api/v1/receptionists/{id}/knowledge")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Knowledge")
class KnowledgeController {
  private static final String RESOURCE = "knowledge_entry";

  private final KnowledgeBook book;
  private final KnowledgeEntries entries;
  private final Documents documents;
  private final Receptionists receptionists;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final Clock clock;

  KnowledgeController(
      KnowledgeBook book,
      KnowledgeEntries entries,
      Documents documents,
      Receptionists receptionists,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit,
      Clock clock) {
    this.book = book;
    this.entries = entries;
    this.documents = documents;
    this.receptionists = receptionists;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  /// What it knows, newest first; expired entries are among them.
  ///
  /// @param q looked for in titles and texts
  @Get
  Page<KnowledgeEntry> list(
      TenantId tenant,
      UUID id,
      @QueryValue @Nullable String q,
      @Valid @RequestBean PageQuery page) {
    String pattern = Search.pattern(q);
    return tenancy.run(
        tenant,
        () -> {
          receptionists.publishedVersion(tenant, id);
          return Page.of(
              entries.newestFirst(tenant.value(), id, pattern, page.before(), page.fetch()),
              page,
              KnowledgeEntry::id);
        });
  }

  /// Adds a question with its answer, or a document: as text, or as a PDF, of which the text is
  /// kept.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<KnowledgeEntry> add(TenantId tenant, Actor actor, UUID id, @Valid @Body Made made) {
    // A PDF is read outside of any transaction, and for nobody who has no such receptionist.
    receptionists.publishedVersion(tenant, id);
    var details = new Details(made.title(), documents.text(made), made.expiresAt());
    return added(
        actor,
        KnowledgeEntry.added(tenant, id, made.kind(), details, made.fileName(), clock.instant()));
  }

  /// Adds a document from a file of at most 10 MB, which is the body as it is, whatever
  /// type it says to have: a PDF, or a text, Markdown or not. Its text is kept.
  ///
  /// @param file the PDF, or the text
  @Post("/documents")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  HttpResponse<KnowledgeEntry> upload(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Valid @RequestBean Sent sent,
      @Body InputStream file) {
    receptionists.publishedVersion(tenant, id);
    var details = new Details(sent.cleanTitle(), documents.text(file), sent.expiresAt());
    return added(
        actor,
        KnowledgeEntry.added(
            tenant, id, Kind.DOCUMENT, details, sent.cleanFileName(), clock.instant()));
  }

  /// One entry.
  @Get("/{entryId}")
  HttpResponse<KnowledgeEntry> get(TenantId tenant, UUID id, UUID entryId) {
    return answer(HttpStatus.OK, tenancy.run(tenant, () -> find(tenant, id, entryId)));
  }

  /// Changes the fields that the body holds.
  @Patch("/{entryId}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = Details.class)))
  HttpResponse<KnowledgeEntry> change(
      TenantId tenant,
      Actor actor,
      UUID id,
      UUID entryId,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant,
            () -> {
              KnowledgeEntry entry = find(tenant, id, entryId);
              ETag.check(ifMatch, entry.version(), "entry");
              var changed = entry.with(mergePatch.apply(entry.details(), Details.class, patch));
              audit.record(
                  tenant,
                  actor,
                  Change.updated(RESOURCE, entryId, entry.forTheLog(), changed.forTheLog()));
              return book.replace(entry, changed);
            }));
  }

  /// Takes an entry out: it is neither told nor found any more.
  @Delete("/{entryId}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, UUID id, UUID entryId) {
    tenancy.run(
        tenant,
        () -> {
          KnowledgeEntry entry = find(tenant, id, entryId);
          audit.record(tenant, actor, Change.deleted(RESOURCE, entryId, entry.forTheLog()));
          book.takeOut(entry, clock.instant());
        });
  }

  private HttpResponse<KnowledgeEntry> added(Actor actor, KnowledgeEntry entry) {
    TenantId tenant = entry.tenantId();
    return answer(
        HttpStatus.CREATED,
        tenancy.run(
            tenant,
            () -> {
              audit.record(tenant, actor, Change.created(RESOURCE, entry.id(), entry.forTheLog()));
              return book.add(entry);
            }));
  }

  private KnowledgeEntry find(TenantId tenant, UUID receptionist, UUID id) {
    return entries
        .findByTenantIdAndReceptionistIdAndIdAndRetiredAtIsNull(tenant, receptionist, id)
        .orElseThrow(() -> new RequestException.NotFound("knowledge entry", id));
  }

  private static HttpResponse<KnowledgeEntry> answer(HttpStatus status, KnowledgeEntry entry) {
    return HttpResponse.status(status)
        .body(entry)
        .header(HttpHeaders.ETAG, ETag.of(entry.version()));
  }
}
