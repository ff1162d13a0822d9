package io.frontdesk.receptionist;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be booked, the oldest first. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Services extends GenericRepository<Service, UUID> {
  Service save(Service service);

  Optional<Service> findByTenantIdAndId(TenantId tenant, UUID id);

  List<Service> findByTenantIdOrderById(TenantId tenant);
}
