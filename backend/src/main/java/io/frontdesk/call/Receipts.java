package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the tools did, one receipt for each function call of the model.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Receipts extends GenericRepository<Call, UUID> {
  /// A receipt.
  ///
  /// @param id the model's id of the function call
  /// @param arguments as JSON
  /// @param output as JSON
  @Introspected
  record Receipt(String id, String tool, String arguments, String output) {}

  /// All of a call's, oldest first.
  @Query(
      value =
          """
          select function_call_id as id, tool, cast(arguments as text) as arguments,
                 cast(output as text) as output
            from tenant.tool_receipt where tenant_id = :tenant and call_id = :call
            order by tool_receipt.id\
          """,
      nativeQuery = true)
  List<Receipt> of(UUID tenant, UUID call);

  @Query(
      """
      insert into tenant.tool_receipt (tenant_id, id, call_id, function_call_id, tool, arguments,
                                       output)
        values (:tenant, :id, :call, :functionCallId, :tool, cast(:arguments as jsonb),
                cast(:output as jsonb))\
      """)
  int add(
      UUID tenant,
      UUID id,
      UUID call,
      String functionCallId,
      String tool,
      String arguments,
      String output);

  /// The output that the function call was answered with, as JSON.
  @Query(
      value =
          """
          select cast(output as text) from tenant.tool_receipt
            where tenant_id = :tenant and call_id = :call and function_call_id = :functionCallId\
          """,
      nativeQuery = true)
  Optional<String> output(UUID tenant, UUID call, String functionCallId);

  /// The output of the same tool, done with the same arguments, unless another tool has taken
  /// something back since; as JSON.
  ///
  /// @param takingBack such tools, with commas between them; may be empty
  @Query(
      value =
          """
          select cast(r.output as text) from tenant.tool_receipt r
            where r.tenant_id = :tenant and r.call_id = :call and r.tool = :tool
              and r.arguments = cast(:arguments as jsonb) and r.output @> '{"ok": true}'
              and not exists
                (select from tenant.tool_receipt later
                   where later.tenant_id = r.tenant_id and later.call_id = r.call_id
                     and later.id > r.id and later.tool = any(string_to_array(:takingBack, ','))
                     and later.output @> '{"ok": true}')
            order by r.id desc limit 1\
          """,
      nativeQuery = true)
  Optional<String> sameWish(
      UUID tenant, UUID call, String tool, String arguments, String takingBack);

  /// The tools that did what they were asked to: whose output says `ok`.
  @Query(
      value =
          """
          select tool from tenant.tool_receipt
            where tenant_id = :tenant and call_id = :call and output @> '{"ok": true}' order by id\
          """,
      nativeQuery = true)
  List<String> deeds(UUID tenant, UUID call);
}
