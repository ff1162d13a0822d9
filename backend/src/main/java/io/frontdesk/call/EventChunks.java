package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of what happened on calls.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface EventChunks extends GenericRepository<Call, UUID> {
  /// @param first the number of its first event
  @Introspected
  record Stored(int first, String events) {}

  /// Adds a chunk after those that the call has.
  @Query(
      """
      insert into tenant.call_event_chunk (tenant_id, id, call_id, first, count, events, created_at)
        select :tenant, :id, :call, coalesce(max(first + count), 0), :count,
               cast(:events as json), :now
          from tenant.call_event_chunk where tenant_id = :tenant and call_id = :call
        on conflict (tenant_id, id) do nothing\
      """)
  int add(UUID tenant, UUID id, UUID call, int count, String events, Instant now);

  /// The chunks with events from the number `start` on, in order.
  @Query(
      value =
          """
          select first, cast(events as text) as events from tenant.call_event_chunk
            where tenant_id = :tenant and call_id = :call and first + count > :start
            order by first limit :most\
          """,
      nativeQuery = true)
  List<Stored> from(UUID tenant, UUID call, int start, int most);
}
