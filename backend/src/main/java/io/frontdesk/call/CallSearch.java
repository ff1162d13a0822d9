package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds calls among many.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface CallSearch extends GenericRepository<Call, UUID> {
  /// Calls of which all that is given holds, newest first.
  ///
  /// @param pattern an `ilike` pattern for the caller's name or the summary; null for any call
  /// @param digits a part of a number that `pattern` may mean as well; null for none
  @Query(
      Calls.SELECT
          + """
            left join tenant.lead l on l.tenant_id = c.tenant_id and l.id = c.lead_id
            where c.tenant_id = :tenant and c.id < :before
              and (cast(:state as text) is null or c.state = :state)
              and (cast(:direction as text) is null or c.direction = :direction)
              and (cast(:outcome as text) is null or c.outcome = :outcome)
              and (cast(:from as text) is null or c.from_number = :from)
              and (cast(:to as text) is null or c.to_number = :to)
              and (cast(:leadId as uuid) is null or c.lead_id = :leadId)
              and c.started_at > :after and c.started_at < :until
              and (cast(:pattern as text) is null
                   or l.name ilike :pattern or c.summary ilike :pattern
                   or position(cast(:digits as text)
                               in concat_ws(' ', c.from_number, c.to_number)) > 0)
            order by c.id desc limit :limit\
          """)
  List<Call> newestFirst(
      UUID tenant,
      @Nullable CallState state,
      @Nullable Direction direction,
      @Nullable Outcome outcome,
      @Nullable E164 from,
      @Nullable E164 to,
      @Nullable UUID leadId,
      Instant after,
      Instant until,
      @Nullable String pattern,
      @Nullable String digits,
      UUID before,
      int limit);

  /// Any calls, newest first.
  @Query(Calls.SELECT + "where c.tenant_id = :tenant order by c.id desc limit :limit")
  List<Call> newest(UUID tenant, int limit);

  /// Calls on which somebody is on the line.
  @Query(
      Calls.SELECT
          + """
            where c.tenant_id = :tenant and c.id < :before and c.ended_at is null
              and c.state in ('queued', 'ringing', 'in_progress')
            order by c.id desc limit :limit\
          """)
  List<Call> active(UUID tenant, UUID before, int limit);
}
