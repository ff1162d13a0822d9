package io.frontdesk.access;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How tenants stand.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface TenantStandingRepository extends GenericRepository<TenantStanding, UUID> {
  Optional<TenantStanding> findById(UUID id);

  List<TenantStanding> findBySuspendedAtIsNotNull();

  TenantStanding update(TenantStanding standing);
}
