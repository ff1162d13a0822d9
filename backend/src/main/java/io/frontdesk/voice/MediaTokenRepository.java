package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The rows of media tokens, found before the tenant is known.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface MediaTokenRepository extends GenericRepository<Call, UUID> {
  /// Whose stream a token opens.
  @Introspected
  record Row(UUID tenantId, UUID callId, boolean browser, boolean used) {}

  @Query(
      """
      insert into platform.media_token (hash, tenant_id, call_id, browser, expires_at)
        values (decode(:hash, 'hex'), :tenant, :call, :browser, :expiresAt)\
      """)
  void add(String hash, UUID tenant, UUID call, boolean browser, Instant expiresAt);

  /// Takes back what nobody has used.
  @Query(
      """
      delete from platform.media_token
        where tenant_id = :tenant and call_id = :call and consumed_at is null\
      """)
  void withdraw(UUID tenant, UUID call);

  /// One statement, for which no transaction is needed.
  @Transactional(Transactional.TxType.SUPPORTS)
  @Query(
      value =
          """
          select tenant_id, call_id, browser, consumed_at is not null as used
            from platform.media_token
            where hash = decode(:hash, 'hex') and (consumed_at is not null or expires_at > :now)\
          """,
      nativeQuery = true)
  Optional<Row> find(String hash, Instant now);

  /// @return 1 for the first one who comes in time, 0 for everybody else
  @Query(
      """
      update platform.media_token set consumed_at = :now
        where hash = decode(:hash, 'hex') and consumed_at is null and expires_at > :now\
      """)
  int consume(String hash, Instant now);

  @Query(
      value =
          """
          select count(*) from platform.media_token
            where tenant_id = :tenant and call_id = :call and consumed_at is not null\
          """,
      nativeQuery = true)
  int used(UUID tenant, UUID call);
}
