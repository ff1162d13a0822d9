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

/// The published versions.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface VersionRepository extends GenericRepository<ReceptionistVersion, UUID> {
  ReceptionistVersion save(ReceptionistVersion version);

  Optional<ReceptionistVersion> findByTenantIdAndReceptionistIdAndNumber(
      TenantId tenant, UUID receptionistId, int number);

  @Query(
      """
      select * from tenant.receptionist_version
        where tenant_id = :tenant and receptionist_id = :receptionist and id < :before
        order by id desc limit :limit\
      """)
  List<ReceptionistVersion> newestFirst(UUID tenant, UUID receptionist, UUID before, int limit);

  /// The version that calls to a receptionist use; empty until it is published.
  @Query(
      """
      select v.* from tenant.receptionist_version v
        join tenant.receptionist r on r.tenant_id = v.tenant_id and r.id = v.receptionist_id
          and r.published_version = v.number
        where v.tenant_id = :tenant and v.receptionist_id = :receptionist\
      """)
  Optional<ReceptionistVersion> current(UUID tenant, UUID receptionist);

  /// The version that calls use where nobody chose a receptionist.
  @Query(
      """
      select v.* from tenant.receptionist r
        join tenant.receptionist_version v on v.tenant_id = r.tenant_id
          and v.receptionist_id = r.id and v.number = r.published_version
        where r.tenant_id = :tenant and r.is_default\
      """)
  Optional<ReceptionistVersion> currentDefault(UUID tenant);

  /// The versions that calls use, one of each receptionist.
  @Query(
      """
      select v.* from tenant.receptionist_version v
        join tenant.receptionist r on r.tenant_id = v.tenant_id and r.id = v.receptionist_id
          and r.published_version = v.number
        where v.tenant_id = :tenant
        order by v.receptionist_id\
      """)
  List<ReceptionistVersion> current(UUID tenant);
}
