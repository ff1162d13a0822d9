package io.frontdesk.access;

import io.micronaut.data.annotation.Query;
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

  /// Waits until nobody else is changing how the tenant stands, until the transaction ends: of two
  /// changes at once the second is made to what the first one left.
  @Query(value = "select * from platform.tenant where id = :id for update", nativeQuery = true)
  Optional<TenantStanding> lock(UUID id);

  /// Waits until nobody else counts what the tenant uses, until the transaction ends. Its row is
  /// not locked: whatever belongs to the tenant can be stored meanwhile.
  @Query(
      value = "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))",
      nativeQuery = true)
  int lockUse(UUID id);

  List<TenantStanding> findBySuspendedAtIsNotNull();

  TenantStanding update(TenantStanding standing);
}
