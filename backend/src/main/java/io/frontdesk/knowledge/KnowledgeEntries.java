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

/// What receptionists know, and knew.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface KnowledgeEntries extends GenericRepository<KnowledgeEntry, UUID> {
  KnowledgeEntry save(KnowledgeEntry entry);

  KnowledgeEntry update(KnowledgeEntry entry);

  Optional<KnowledgeEntry> findByTenantIdAndReceptionistIdAndIdAndRetiredAtIsNull(
      TenantId tenant, UUID receptionist, UUID id);

  /// @param pattern an `ilike` pattern for title or text; null for any
  @Query(
      """
      select * from tenant.knowledge_entry
        where tenant_id = :tenant and receptionist_id = :receptionist and retired_at is null
          and id < :before
          and (cast(:pattern as text) is null or title ilike :pattern or text ilike :pattern)
        order by id desc limit :limit\
      """)
  List<KnowledgeEntry> newestFirst(
      UUID tenant, UUID receptionist, @Nullable String pattern, UUID before, int limit);

  /// What is told and found at that moment, oldest first.
  @Query(
      """
      select * from tenant.knowledge_entry
        where tenant_id = :tenant and receptionist_id = :receptionist and retired_at is null
          and (expires_at is null or expires_at > :now)
        order by id\
      """)
  List<KnowledgeEntry> inForce(UUID tenant, UUID receptionist, Instant now);

  /// How many letters are told and found at that moment.
  @Query(
      """
      select coalesce(sum(length(title) + length(text)), 0) from tenant.knowledge_entry
        where tenant_id = :tenant and receptionist_id = :receptionist and retired_at is null
          and (expires_at is null or expires_at > :now)\
      """)
  long lettersInForce(UUID tenant, UUID receptionist, Instant now);

  /// How many letters there are, expired ones included.
  @Query(
      """
      select coalesce(sum(length(title) + length(text)), 0) from tenant.knowledge_entry
        where tenant_id = :tenant and receptionist_id = :receptionist and retired_at is null\
      """)
  long letters(UUID tenant, UUID receptionist);
}
