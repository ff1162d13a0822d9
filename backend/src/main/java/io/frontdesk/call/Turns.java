package io.frontdesk.call;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The transcripts, turn by turn.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Turns extends GenericRepository<Call, UUID> {
  /// @return 1, or 0 if the call has a turn of that index
  @Query(
      """
      insert into tenant.turn (tenant_id, id, call_id, index, speaker, text, heard_text,
                               interrupted, tool_calls, started_at, ended_at, reply_ms)
        values (:tenant, :id, :call, :index, :speaker, :text, :heardText, :interrupted,
                cast(:toolCalls as jsonb), :startedAt, :endedAt, :replyMs)
        on conflict (tenant_id, call_id, index) do nothing\
      """)
  int add(
      UUID tenant,
      UUID id,
      UUID call,
      int index,
      String speaker,
      String text,
      @Nullable String heardText,
      boolean interrupted,
      String toolCalls,
      Instant startedAt,
      Instant endedAt,
      @Nullable Integer replyMs);

  /// Whether the call has this turn, by whichever index.
  @Query(
      value =
          """
          select exists (select 1 from tenant.turn
            where tenant_id = :tenant and call_id = :call and speaker = :speaker and text = :text
              and started_at = :startedAt)\
          """,
      nativeQuery = true)
  boolean has(UUID tenant, UUID call, String speaker, String text, Instant startedAt);

  /// The first index after all that the call has.
  @Query(
      value =
          """
          select coalesce(max(index) + 1, 0) from tenant.turn
            where tenant_id = :tenant and call_id = :call\
          """,
      nativeQuery = true)
  int next(UUID tenant, UUID call);

  @Query(
      value =
          """
          select index, speaker, text, heard_text, interrupted, tool_calls, started_at, ended_at,
                 reply_ms
            from tenant.turn where tenant_id = :tenant and call_id = :call order by index\
          """,
      nativeQuery = true)
  List<Turn> inOrder(UUID tenant, UUID call);
}
