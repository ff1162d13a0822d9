package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The tenants' profiles, one each.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Businesses extends GenericRepository<Business, UUID> {
  Optional<Business> findByTenantId(TenantId tenant);

  Business save(Business business);

  Business update(Business business);

  /// The profile of `tenant`, which every tenant has from its sign-up on.
  default Business of(TenantId tenant) {
    return findByTenantId(tenant).orElseThrow();
  }
}
