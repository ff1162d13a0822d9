package io.frontdesk.receptionist;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be booked, and what could be once. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Services extends GenericRepository<Service, UUID> {
  Service save(Service service);

  Service update(Service service);

  /// A service, offered or retired.
  Optional<Service> findByTenantIdAndId(TenantId tenant, UUID id);

  List<Service> findByTenantIdAndRetiredAtIsNullOrderById(TenantId tenant);

  /// What can be booked, the oldest first.
  default List<Service> offered(TenantId tenant) {
    return findByTenantIdAndRetiredAtIsNullOrderById(tenant);
  }

  /// A service that can be booked.
  default Optional<Service> offered(TenantId tenant, UUID id) {
    return findByTenantIdAndId(tenant, id).filter(service -> service.retiredAt() == null);
  }

  @Query(
      """
      select * from tenant.service
        where tenant_id = :tenant and id < :before and retired_at is null
        order by id desc limit :limit\
      """)
  List<Service> newestFirst(UUID tenant, UUID before, int limit);
}
