package io.frontdesk.access.idempotency;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The keys that were used lately, with the first answers.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface KeyRepository extends GenericRepository<KeyRepository.Used, UUID> {
  /// A key that was used before.
  ///
  /// @param request the digest of the request that used it first
  /// @param status null while that request is not answered
  /// @param answer encrypted; null while that request is not answered
  @Introspected
  record Used(String request, @Nullable Integer status, @Nullable String answer) {}

  @Query("delete from tenant.idempotency_key where tenant_id = :tenant and created_at < :before")
  void forget(UUID tenant, Instant before);

  /// @return how many keys were new: one or none
  @Query(
      """
      insert into tenant.idempotency_key (tenant_id, id, key, request, created_at)
        values (:tenant, :id, :key, :request, :at) on conflict (tenant_id, key) do nothing\
      """)
  int use(UUID tenant, UUID id, String key, String request, Instant at);

  @Query(
      value =
          """
          select request, status, answer from tenant.idempotency_key
            where tenant_id = :tenant and key = :key\
          """,
      nativeQuery = true)
  Optional<Used> find(UUID tenant, String key);

  @Query(
      """
      update tenant.idempotency_key set status = :status, answer = :answer
        where tenant_id = :tenant and key = :key\
      """)
  void answered(UUID tenant, String key, int status, String answer);

  @Query("delete from tenant.idempotency_key where tenant_id = :tenant and key = :key")
  void release(UUID tenant, String key);
}
