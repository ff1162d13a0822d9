package io.frontdesk.httptool;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tools of businesses were used for on calls.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface HttpToolUses extends GenericRepository<HttpTool, UUID> {
  /// Writes down what is about to be asked.
  ///
  /// @param intent null where nothing is changed
  /// @return 1, or 0 if it was asked already: under the same id, or with the same intent
  @Query(
      """
      insert into tenant.http_tool_use
          (tenant_id, id, tool_id, call_id, function_call_id, intent, started_at)
        values (:tenant, :id, :tool, :call, :functionCallId, :intent, :now)
        on conflict do nothing\
      """)
  int begin(
      UUID tenant,
      UUID id,
      UUID tool,
      UUID call,
      String functionCallId,
      @Nullable String intent,
      Instant now);

  @Query(
      """
      update tenant.http_tool_use set output = cast(:output as jsonb), ended_at = :now
        where tenant_id = :tenant and id = :id\
      """)
  void end(UUID tenant, UUID id, String output, Instant now);

  /// Strikes out what came to nothing, so that it may be tried again.
  @Query("delete from tenant.http_tool_use where tenant_id = :tenant and id = :id")
  void undo(UUID tenant, UUID id);

  /// What came of the same before, as JSON; empty if that is not known.
  @Query(
      value =
          """
          select cast(output as text) from tenant.http_tool_use
            where tenant_id = :tenant and call_id = :call and output is not null
              and (function_call_id = :functionCallId
                   or (tool_id = :tool and intent = cast(:intent as text)))
            order by started_at limit 1\
          """,
      nativeQuery = true)
  Optional<String> before(
      UUID tenant, UUID call, UUID tool, String functionCallId, @Nullable String intent);
}
