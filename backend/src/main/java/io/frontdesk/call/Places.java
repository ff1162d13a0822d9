package io.frontdesk.call;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// What calls take of a business's limits.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Places extends GenericRepository<Call, UUID> {
  /// How many calls hold a place.
  @Query(
      value =
          """
          select count(*) from tenant.call where tenant_id = :tenant and ended_at is null
            and state in ('queued', 'ringing', 'in_progress') and held_until > :now\
          """,
      nativeQuery = true)
  int held(UUID tenant, Instant now);

  /// How long the calls that began since then have lasted, all together. A call that nobody carries
  /// any more lasts as long as its place was held.
  @Query(
      value =
          """
          select cast(coalesce(sum(extract(epoch from
                   coalesce(ended_at, hung_up_at, least(held_until, :now)) - answered_at)), 0)
                   as bigint)
            from tenant.call
            where tenant_id = :tenant and started_at >= :since and answered_at is not null\
          """,
      nativeQuery = true)
  long seconds(UUID tenant, Instant since, Instant now);

  /// What the calls that began since then have cost, in millionths, as far as it is known.
  @Query(
      value =
          """
          select coalesce(sum(cast(cost ->> 'amount_micros' as bigint)), 0) from tenant.call
            where tenant_id = :tenant and started_at >= :since
              and cost ->> 'currency' = :currency\
          """,
      nativeQuery = true)
  long spent(UUID tenant, Instant since, String currency);

  /// Holds the places of calls that have not been closed.
  @Query(
      """
      update tenant.call set held_until = :until
        where tenant_id = :tenant and id in (:calls) and ended_at is null\
      """)
  int hold(UUID tenant, Collection<UUID> calls, Instant until);

  @Query(
      """
      update tenant.call set held_until = :until
        where tenant_id = :tenant and call_sid = :callSid and ended_at is null\
      """)
  int hold(UUID tenant, String callSid, Instant until);
}
