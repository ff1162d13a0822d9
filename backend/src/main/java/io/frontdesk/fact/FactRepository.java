package io.frontdesk.fact;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The facts of each call. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface FactRepository extends GenericRepository<Fact, UUID> {
  List<Fact> findByTenantIdAndCallIdOrderByKey(TenantId tenant, UUID callId);

  Optional<Fact> findByTenantIdAndCallIdAndKey(TenantId tenant, UUID callId, String key);

  Fact save(Fact fact);

  @Query(
      "delete from tenant.call_fact where tenant_id = :tenant and call_id = :callId and key = :key")
  int forget(UUID tenant, UUID callId, String key);
}
