package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The programs of businesses.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ApiClients extends GenericRepository<ApiClient, UUID> {
  /// What is asked of a program before its tenant is known.
  @Introspected
  record Known(UUID tenantId, String secretHash) {}

  ApiClient save(ApiClient client);

  Optional<ApiClient> findByTenantIdAndId(TenantId tenantId, UUID id);

  int deleteByTenantIdAndId(TenantId tenantId, UUID id);

  @Query(
      value =
          """
          select * from tenant.api_client
            where tenant_id = :tenant and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit\
          """,
      nativeQuery = true)
  List<ApiClient> newestFirst(UUID tenant, @Nullable UUID before, int limit);

  /// Across tenants: a program names itself before it is known whose it is.
  @Query(value = "select tenant_id, secret_hash from platform.api_client(:id)", nativeQuery = true)
  Optional<Known> known(UUID id);

  @Query("update tenant.api_client set last_used_at = :at where tenant_id = :tenant and id = :id")
  void used(UUID tenant, UUID id, Instant at);
}
