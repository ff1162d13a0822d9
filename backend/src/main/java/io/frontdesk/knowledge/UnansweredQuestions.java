package io.frontdesk.knowledge;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers asked in vain.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface UnansweredQuestions extends GenericRepository<UnansweredQuestion, UUID> {
  /// Notes a question; one that waits already was asked once more, if on another call.
  @Query(
      """
      insert into tenant.unanswered_question as known
          (tenant_id, id, receptionist_id, question, wording, call_id, status, last_asked_at,
           created_at, updated_at)
        values (:tenant, :id, :receptionist, :question, :wording, :call, 'open', :now, :now, :now)
        on conflict (tenant_id, receptionist_id, wording) where status = 'open'
          do update set question = excluded.question, call_id = excluded.call_id,
            times_asked = known.times_asked
              + case when known.call_id is distinct from excluded.call_id then 1 else 0 end,
            last_asked_at = excluded.last_asked_at, updated_at = excluded.updated_at,
            version = known.version + 1\
      """)
  void note(
      UUID tenant,
      UUID id,
      UUID receptionist,
      String question,
      String wording,
      UUID call,
      Instant now);

  UnansweredQuestion update(UnansweredQuestion question);

  Optional<UnansweredQuestion> findByTenantIdAndId(TenantId tenant, UUID id);

  /// One of them, kept from others until the transaction ends.
  @Query(
      "select * from tenant.unanswered_question where tenant_id = :tenant and id = :id for update")
  Optional<UnansweredQuestion> lock(UUID tenant, UUID id);

  /// @param status null for any, like the receptionist
  @Query(
      """
      select * from tenant.unanswered_question
        where tenant_id = :tenant and id < :before
          and (cast(:status as text) is null or status = :status)
          and (cast(:receptionist as uuid) is null or receptionist_id = :receptionist)
        order by id desc limit :limit\
      """)
  List<UnansweredQuestion> newestFirst(
      UUID tenant,
      UnansweredQuestion.@Nullable Status status,
      @Nullable UUID receptionist,
      UUID before,
      int limit);
}
