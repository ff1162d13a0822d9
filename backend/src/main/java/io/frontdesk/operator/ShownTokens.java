package io.frontdesk.operator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which operators' tokens were shown, and which of them are good no more.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ShownTokens extends GenericRepository<ShownToken, UUID> {
  Optional<ShownToken> findById(UUID id);

  /// Notes that a token that is good was shown, once a minute at most.
  @Query(
      """
      insert into platform.operator_token as t
          (id, operator, expires_at, first_used_at, last_used_at, last_address)
        values (:id, :operator, :expiresAt, :now, :now, :address)
        on conflict (id) do update
          set last_used_at = excluded.last_used_at, last_address = excluded.last_address
          where t.revoked_at is null
            and (t.last_used_at < excluded.last_used_at - interval '1 minute'
              or t.last_address is distinct from excluded.last_address)\
      """)
  int shown(UUID id, String operator, Instant expiresAt, Instant now, String address);

  /// @return 0 if it was revoked before
  @Query(
      """
      insert into platform.operator_token as t (id, operator, expires_at, revoked_at, revoked_by)
        values (:id, :operator, :expiresAt, :now, :by)
        on conflict (id) do update set revoked_at = :now, revoked_by = :by
          where t.revoked_at is null\
      """)
  int revoke(UUID id, String operator, Instant expiresAt, Instant now, String by);

  /// Those that expired before then say nothing any more.
  @Query("delete from platform.operator_token where expires_at < :then")
  int forget(Instant then);

  @Query(
      value =
          """
          select * from platform.operator_token where id < :before order by id desc limit :most\
          """,
      nativeQuery = true)
  List<ShownToken> newestFirst(UUID before, int most);
}
