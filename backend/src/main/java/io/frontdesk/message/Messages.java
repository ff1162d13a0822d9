package io.frontdesk.message;

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

/// The tenants' messages.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Messages extends GenericRepository<Message, UUID> {
  Message save(Message message);

  Message update(Message message);

  Optional<Message> findByTenantIdAndId(TenantId tenant, UUID id);

  /// Messages with an id below `before`, newest first.
  ///
  /// @param status null for any
  /// @param q an `ilike` pattern for the text or who left it; null for any
  @Query(
      """
      select * from tenant.message
        where tenant_id = :tenant and id < :before
          and created_at > :after and created_at < :until
          and (cast(:status as text) is null or status = :status)
          and (cast(:q as text) is null
               or text ilike :q or from_name ilike :q or from_phone ilike :q)
        order by id desc limit :count\
      """)
  List<Message> newestFirst(
      UUID tenant,
      UUID before,
      Instant after,
      Instant until,
      @Nullable MessageStatus status,
      @Nullable String q,
      int count);
}
