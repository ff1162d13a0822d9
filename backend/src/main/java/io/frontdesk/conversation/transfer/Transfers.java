package io.frontdesk.conversation.transfer;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of transfers.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Transfers extends GenericRepository<Transfer, UUID> {
  Transfer save(Transfer transfer);

  Transfer update(Transfer transfer);

  Optional<Transfer> findByTenantIdAndId(TenantId tenant, UUID id);

  /// All of a call, in order.
  List<Transfer> findByTenantIdAndCallIdOrderById(TenantId tenant, UUID callId);

  /// The last of a call, however it ended.
  @Query(
      """
      select * from tenant.transfer where tenant_id = :tenant and call_id = :call
        order by id desc limit 1\
      """)
  Optional<Transfer> last(UUID tenant, UUID call);

  /// The one of a call that has not ended; there is one at most.
  @Query(
      """
      select * from tenant.transfer
        where tenant_id = :tenant and call_id = :call and phase <> 'ended'\
      """)
  Optional<Transfer> open(UUID tenant, UUID call);
}
