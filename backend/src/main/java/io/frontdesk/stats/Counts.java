package io.frontdesk.stats;

import io.frontdesk.business.Business;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Counts rows by stretch of time; test calls are left out. `starts` is where the stretches start,
/// in order, as an array in PostgreSQL's own writing; it is read once for a query, hence the select
/// around it. Stretches without rows are left out.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Counts extends GenericRepository<Business, UUID> {
  @Query(
      value =
          """
          select width_bucket(started_at, (select cast(:starts as timestamptz[]))) as stretch,
                 count(*) as total,
                 count(*) filter (where direction = 'inbound') as inbound,
                 count(answered_at) as answered,
                 count(answered_at) filter (where direction = 'inbound') as answered_inbound,
                 count(ended_at - answered_at) as timed,
                 coalesce(sum(cast(extract(epoch from ended_at - answered_at) as bigint)), 0)
                   as talk_s,
                 count(*) filter (where engine = 'voicemail') as voicemails,
                 count(cost ->> 'amount_micros') as priced,
                 coalesce(sum(cast(cost ->> 'amount_micros' as bigint)), 0) as cost_micros
            from tenant.call
            where tenant_id = :tenant and not test and started_at >= :from and started_at < :to
            group by stretch\
          """,
      nativeQuery = true)
  List<CallCount> calls(UUID tenant, Instant from, Instant to, String starts);

  /// What calls and people left behind, by when it was made. An appointment counts when it was
  /// booked, not when it takes place, and one cancelled since counts too.
  ///
  /// @param kind `lead`, `appointment` or `message`
  @Query(
      value =
          """
          select width_bucket(created_at, (select cast(:starts as timestamptz[]))) as stretch,
                 count(*) as total
            from (select 'lead' as kind, tenant_id, created_at from tenant.lead
                    where merged_into is null
                  union all
                  select 'appointment', tenant_id, created_at from tenant.appointment
                    where status <> 'held'
                  union all
                  select 'message', tenant_id, created_at from tenant.message) as made
            where kind = :kind and tenant_id = :tenant
              and created_at >= :from and created_at < :to
            group by stretch\
          """,
      nativeQuery = true)
  List<Count> made(UUID tenant, String kind, Instant from, Instant to, String starts);

  /// Those in which a telephone rang, or was to, for a caller who had talked with the receptionist.
  @Query(
      value =
          """
          select count(*) as total,
                 count(*) filter (where phase = 'bridged' or result = 'connected') as succeeded
            from tenant.transfer
            where tenant_id = :tenant and created_at >= :from and created_at < :to
              and asked_by <> 'rule' and phase <> 'chosen' and coalesce(result, '') <> 'called_off'\
          """,
      nativeQuery = true)
  Transfers transfers(UUID tenant, Instant from, Instant to);
}
