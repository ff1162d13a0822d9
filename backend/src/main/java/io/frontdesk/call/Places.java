package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// What calls take of a business's limits.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Places extends GenericRepository<Call, UUID> {
  /// What is used at a moment.
  ///
  /// @param calls that hold a place
  /// @param seconds that the calls have lasted, all together
  /// @param spent on them, in millionths, as far as it is known
  @Introspected
  record Used(long calls, long seconds, long spent) {}

  /// What is used: the calls that hold a place, how long those that began since `month` have
  /// lasted, and what those that began since `day` have cost. A call that nobody carries any more
  /// lasts as long as its place was held.
  @Query(
      value =
          """
          select (select count(*) from tenant.call where tenant_id = :tenant and ended_at is null
                    and state in ('queued', 'ringing', 'in_progress') and held_until > :now)
                   as calls,
                 cast(coalesce(sum(extract(epoch from
                        coalesce(ended_at, hung_up_at, least(held_until, :now)) - answered_at))
                      filter (where answered_at is not null), 0) as bigint) as seconds,
                 cast(coalesce(sum(cast(cost ->> 'amount_micros' as bigint))
                      filter (where started_at >= :day and cost ->> 'currency' = :currency), 0)
                   as bigint) as spent
            from tenant.call where tenant_id = :tenant and started_at >= :month\
          """,
      nativeQuery = true)
  Used used(UUID tenant, Instant now, Instant month, Instant day, String currency);

  /// Holds the places of calls that have not been closed.
  @Query(
      """
      update tenant.call set held_until = :until
        where tenant_id = :tenant and id in (:calls) and ended_at is null\
      """)
  int hold(UUID tenant, Collection<UUID> calls, Instant until);

  @Query(
      value = "select held_until from tenant.call where tenant_id = :tenant and id = :id",
      nativeQuery = true)
  Optional<Instant> heldUntil(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call set held_until = :until
        where tenant_id = :tenant and call_sid = :callSid and ended_at is null\
      """)
  int hold(UUID tenant, String callSid, Instant until);
}
