package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The rows of drills.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Drills extends GenericRepository<Drill, UUID> {
  Drill save(Drill drill);

  Drill update(Drill drill);

  Optional<Drill> findByTenantIdAndId(TenantId tenant, UUID id);

  /// The last one of a receptionist, over or not.
  @Query(
      """
      select * from tenant.drill
        where tenant_id = :tenant and receptionist_id = :receptionist order by id desc limit 1\
      """)
  Optional<Drill> last(UUID tenant, UUID receptionist);

  /// The walk that this call takes; empty if it takes none, or is at its end.
  @Query(
      value =
          """
          select id from tenant.drill
            where tenant_id = :tenant and call_id = :call and ended_at is null\
          """,
      nativeQuery = true)
  Optional<UUID> under(UUID tenant, UUID call);

  /// Whether the tenant has it.
  @Query(
      value =
          """
          select id from tenant.receptionist
            where tenant_id = :tenant and id = :receptionist\
          """,
      nativeQuery = true)
  Optional<UUID> receptionist(UUID tenant, UUID receptionist);

  /// Whoever else begins one for this receptionist waits until the transaction ends.
  @Query(
      value =
          """
          select id from tenant.receptionist
            where tenant_id = :tenant and id = :receptionist for update\
          """,
      nativeQuery = true)
  Optional<UUID> lock(UUID tenant, UUID receptionist);
}
