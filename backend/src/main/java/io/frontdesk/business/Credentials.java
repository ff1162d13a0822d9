package io.frontdesk.business;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tenants' own accounts at other companies, at most one for each.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Credentials extends GenericRepository<Credential, UUID> {
  Optional<Credential> findByTenantIdAndProvider(TenantId tenant, Provider provider);

  List<Credential> findByTenantId(TenantId tenant);

  Credential save(Credential credential);

  Credential update(Credential credential);

  int deleteByTenantIdAndProvider(TenantId tenant, Provider provider);

  /// Lets nobody else set or remove this tenant's accounts until the transaction ends.
  @Query(
      value = "select id from tenant.business where tenant_id = :tenantId for update",
      nativeQuery = true)
  UUID lock(TenantId tenantId);

  /// Notes what a test of the secret that was set at `setAt` found; one that was set since was not
  /// tested.
  @Query(
      """
      update tenant.credential set tested_at = :testedAt, findings = cast(:findings as jsonb)
        where tenant_id = :tenantId and id = :id and set_at = :setAt\
      """)
  void tested(TenantId tenantId, UUID id, Instant setAt, Instant testedAt, String findings);
}
