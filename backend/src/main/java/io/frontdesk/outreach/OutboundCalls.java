package io.frontdesk.outreach;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of calls that businesses want placed.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface OutboundCalls extends GenericRepository<OutboundCall, UUID> {
  OutboundCall save(OutboundCall call);

  OutboundCall update(OutboundCall call);

  Optional<OutboundCall> findByTenantIdAndId(TenantId tenant, UUID id);

  /// Waits for whoever else works on it, and keeps them waiting until the transaction ends.
  @Query("select * from tenant.outbound_call where tenant_id = :tenant and id = :id for update")
  Optional<OutboundCall> lock(UUID tenant, UUID id);

  /// The same, by the record of its call.
  @Query(
      """
      select * from tenant.outbound_call
        where tenant_id = :tenant and call_id = :callId for update\
      """)
  Optional<OutboundCall> lockByCall(UUID tenant, UUID callId);

  @Query(
      """
      select * from tenant.outbound_call
        where tenant_id = :tenant and id < :before
          and (cast(:state as text) is null or state = :state)
        order by id desc limit :limit\
      """)
  List<OutboundCall> newestFirst(
      UUID tenant, @Nullable OutboundState state, UUID before, int limit);
}
