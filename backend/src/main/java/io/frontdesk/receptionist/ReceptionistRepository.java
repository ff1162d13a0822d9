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

/// The receptionists as they are being edited.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ReceptionistRepository extends GenericRepository<Receptionist, UUID> {
  Receptionist save(Receptionist receptionist);

  Receptionist update(Receptionist receptionist);

  Optional<Receptionist> findByTenantIdAndId(TenantId tenant, UUID id);

  Optional<Receptionist> findByTenantIdAndIsDefaultTrue(TenantId tenant);

  @Query(
      """
      select * from tenant.receptionist where tenant_id = :tenant and id < :before
        order by id desc limit :limit\
      """)
  List<Receptionist> newestFirst(UUID tenant, UUID before, int limit);
}
