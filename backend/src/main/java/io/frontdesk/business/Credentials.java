package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The tenants' accounts at other companies, at most one for each.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Credentials extends GenericRepository<Credential, UUID> {
  Optional<Credential> findByTenantIdAndProvider(TenantId tenant, String provider);

  /// Stores an account unless the tenant has one with this provider already.
  ///
  /// @return how many were stored: 0 or 1
  @Query(
      """
      insert into tenant.credential
          (tenant_id, id, provider, account, secret, created_at, updated_at)
        values (:tenantId, :id, :provider, :account, :secret, :now, :now)
        on conflict (tenant_id, provider) do nothing\
      """)
  int add(TenantId tenantId, UUID id, String provider, String account, String secret, Instant now);

  /// Puts an account in the place of the one that the tenant has with this provider.
  @Query(
      """
      update tenant.credential set account = :account, secret = :secret, updated_at = :now
        where tenant_id = :tenantId and provider = :provider\
      """)
  void replace(TenantId tenantId, String provider, String account, String secret, Instant now);
}
