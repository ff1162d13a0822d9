package io.frontdesk.knowledge;

import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers asked and nobody could tell them: answered once, it is known from then on.
@Controller("/api/v1/unanswered-questions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Knowledge")
class UnansweredQuestionController {
  private final UnansweredQuestions questions;
  private final KnowledgeBook book;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final Clock clock;

  UnansweredQuestionController(
      UnansweredQuestions questions,
      KnowledgeBook book,
      Tenancy tenancy,
      AuditLog audit,
      Clock clock) {
    this.questions = questions;
    this.book = book;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the receptionist is to answer.
  ///
  /// @param text the answer
  /// @param question the question in better words; null as it was asked
  /// @param expiresAt from when on it is not true any more; null if it never expires
  @Introspected
  record Reply(
      @NotBlank @Size(max = KnowledgeEntry.LONGEST_TEXT) String text,
      @Nullable @Size(min = 1, max = KnowledgeEntry.LONGEST_TITLE) String question,
      @Nullable Instant expiresAt) {}

  /// What was asked in vain, newest first.
  ///
  /// @param status null for any
  /// @param receptionistId who was asked; null for any
  @Get
  Page<UnansweredQuestion> list(
      TenantId tenant,
      @QueryValue UnansweredQuestion.@Nullable Status status,
      @QueryValue("receptionist_id") @Nullable UUID receptionistId,
      @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                questions.newestFirst(
                    tenant.value(), status, receptionistId, page.before(), page.fetch()),
                page,
                UnansweredQuestion::id));
  }

  /// One of them.
  @Get("/{id}")
  UnansweredQuestion get(TenantId tenant, UUID id) {
    return tenancy.run(
        tenant, () -> questions.findByTenantIdAndId(tenant, id).orElseThrow(() -> unknown(id)));
  }

  /// Answers it: question and answer are something that its receptionist knows from now on.
  @Post("/{id}/answer")
  UnansweredQuestion reply(TenantId tenant, Actor actor, UUID id, @Valid @Body Reply reply) {
    return tenancy.run(
        tenant,
        () -> {
          UnansweredQuestion asked = open(tenant, id);
          String better = reply.question();
          var details =
              new KnowledgeEntry.Details(
                  better == null || better.isBlank() ? asked.question() : better.strip(),
                  reply.text().strip(),
                  reply.expiresAt());
          var entry =
              book.add(
                  KnowledgeEntry.added(
                      tenant,
                      asked.receptionistId(),
                      KnowledgeEntry.Kind.QUESTION,
                      details,
                      null,
                      clock.instant()));
          audit.record(
              tenant, actor, Change.created("knowledge_entry", entry.id(), entry.forTheLog()));
          return questions.update(asked.answered(entry.id()));
        });
  }

  /// Takes it off the list without an answer; asked again, it comes again.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void dismiss(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          UnansweredQuestion asked = open(tenant, id);
          audit.record(tenant, actor, Change.deleted("unanswered_question", id, asked.question()));
          questions.update(asked.dismissed());
        });
  }

  private UnansweredQuestion open(TenantId tenant, UUID id) {
    UnansweredQuestion asked = questions.lock(tenant.value(), id).orElseThrow(() -> unknown(id));
    if (asked.status() != UnansweredQuestion.Status.OPEN) {
      throw new RequestException.Conflict(
          "not_open", "Settled already", "This question was answered or dismissed already.");
    }
    return asked;
  }

  private static RequestException unknown(UUID id) {
    return new RequestException.NotFound("unanswered question", id);
  }
}
