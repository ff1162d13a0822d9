package io.frontdesk.receptionist;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// With whom appointments are booked, the oldest first. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface StaffMembers extends GenericRepository<StaffMember, UUID> {
  StaffMember save(StaffMember member);

  Optional<StaffMember> findByTenantIdAndId(TenantId tenant, UUID id);

  List<StaffMember> findByTenantIdOrderById(TenantId tenant);
}
