package io.frontdesk.call;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns of calls that are filled after they ended.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Results extends GenericRepository<Call, UUID> {
  /// Keeps others from analysing the call until the transaction ends; empty if it was analysed
  /// before.
  @Query(
      value =
          """
          select id from tenant.call
            where tenant_id = :tenant and id = :id and analyzed_at is null for update\
          """,
      nativeQuery = true)
  Optional<UUID> lockUnanalyzed(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call
        set summary = :summary, sentiment = :sentiment, lead_id = :leadId,
            analyzed_at = :analyzedAt
        where tenant_id = :tenant and id = :id\
      """)
  int analyzed(
      UUID tenant,
      UUID id,
      String summary,
      @Nullable Sentiment sentiment,
      @Nullable UUID leadId,
      Instant analyzedAt);

  @Query(
      value =
          """
          select id, lead_id from tenant.call
            where tenant_id = :tenant and lead_id in (:leads) order by id\
          """,
      nativeQuery = true)
  List<LeadCall> ofLeads(UUID tenant, Collection<UUID> leads);

  @Query("update tenant.call set lead_id = :lead where tenant_id = :tenant and id in (:ids)")
  int moveToLead(UUID tenant, Collection<UUID> ids, UUID lead);

  @Query(
      """
      update tenant.call set lead_id = :lead
        where tenant_id = :tenant and id in (:ids) and lead_id = :before\
      """)
  int moveBack(UUID tenant, Collection<UUID> ids, UUID before, UUID lead);

  @Query(
      value =
          """
          select id from tenant.call
            where tenant_id = :tenant and lead_id = :lead and analyzed_at > :since
              and case direction when 'outbound' then to_number else from_number end in (:numbers)
            order by id\
          """,
      nativeQuery = true)
  List<UUID> since(UUID tenant, UUID lead, Collection<String> numbers, Instant since);
}
