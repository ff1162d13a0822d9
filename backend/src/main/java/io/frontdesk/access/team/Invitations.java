package io.frontdesk.access.team;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who was invited where.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Invitations extends GenericRepository<Invitation, UUID> {
  /// Whose invitation it is.
  @Introspected
  record Place(UUID tenantId, UUID id) {}

  Invitation save(Invitation invitation);

  Invitation update(Invitation invitation);

  Optional<Invitation> findByTenantIdAndId(TenantId tenantId, UUID id);

  Optional<Invitation> findByTenantIdAndEmail(TenantId tenantId, String email);

  int countByTenantId(TenantId tenantId);

  int deleteByTenantIdAndId(TenantId tenantId, UUID id);

  @Query(
      value =
          """
          select * from tenant.invitation
            where tenant_id = :tenant and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit\
          """,
      nativeQuery = true)
  List<Invitation> newestFirst(UUID tenant, @Nullable UUID before, int limit);

  /// Across tenants: whoever holds the link does not say whose it is.
  @Query(value = "select tenant_id, id from platform.invitation(:tokenHash)", nativeQuery = true)
  Optional<Place> find(String tokenHash);

  @Query(value = "select name from platform.tenant where id = :tenant", nativeQuery = true)
  String businessName(UUID tenant);
}
