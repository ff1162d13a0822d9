package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
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

/// Sessions and their refresh tokens.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface SessionRepository extends GenericRepository<User, UUID> {
  /// A refresh token with the session it belongs to.
  @Introspected
  record Token(
      UUID sessionId,
      UUID userId,
      TenantId tenantId,
      Instant expiresAt,
      @Nullable Instant rotatedAt,
      @Nullable Instant revokedAt) {}

  @Query(
      """
      insert into platform.session
          (id, user_id, tenant_id, user_agent, address, created_at, last_used_at)
        values (:id, :userId, :tenant, :userAgent, :address, :at, :at)\
      """)
  void open(UUID id, UUID userId, UUID tenant, String userAgent, String address, Instant at);

  @Query(
      """
      insert into platform.refresh_token (hash, session_id, issued_at, expires_at)
      values (decode(:hash, 'hex'), :sessionId, :issuedAt, :expiresAt)\
      """)
  void issue(String hash, UUID sessionId, Instant issuedAt, Instant expiresAt);

  /// The token and its session, locked until the transaction ends, so that of two refreshes at once
  /// one waits.
  @Query(
      value =
          """
          select t.session_id, s.user_id, s.tenant_id, t.expires_at, t.rotated_at, s.revoked_at
            from platform.refresh_token t join platform.session s on s.id = t.session_id
            where t.hash = decode(:hash, 'hex') for update\
          """,
      nativeQuery = true)
  Optional<Token> lock(String hash);

  @Query("update platform.refresh_token set rotated_at = :at where hash = decode(:hash, 'hex')")
  void rotated(String hash, Instant at);

  @Query("update platform.session set revoked_at = :at where id = :id and revoked_at is null")
  void revoke(UUID id, Instant at);

  @Query(
      """
      update platform.session set user_agent = :userAgent, address = :address, last_used_at = :at
        where id = :id\
      """)
  void used(UUID id, String userAgent, String address, Instant at);

  @Query(
      value =
          """
          select id, user_agent, address, created_at, last_used_at from platform.session
            where user_id = :user and revoked_at is null and last_used_at > :since
            order by last_used_at desc, id limit 200\
          """,
      nativeQuery = true)
  List<Session> of(UUID user, Instant since);

  @Query(
      """
      update platform.session set revoked_at = :at
        where id = :id and user_id = :user and revoked_at is null\
      """)
  int revokeOf(UUID user, UUID id, Instant at);

  @Query(
      """
      update platform.session set revoked_at = :at
        where user_id = :user and revoked_at is null and id is distinct from cast(:kept as uuid)\
      """)
  int revokeAllOf(UUID user, @Nullable UUID kept, Instant at);

  @Query(
      """
      update platform.session set tenant_id = :tenant
        where id = :id and user_id = :user and revoked_at is null\
      """)
  int move(UUID id, UUID user, UUID tenant);

  @Query(
      """
      update platform.session set revoked_at = :at
        where user_id = :user and tenant_id = :tenant and revoked_at is null\
      """)
  int revokeAt(UUID tenant, UUID user, Instant at);
}
