package io.frontdesk.receptionist;

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

/// When the staff are away. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface TimesOff extends GenericRepository<TimeOff, UUID> {
  TimeOff save(TimeOff timeOff);

  Optional<TimeOff> findByTenantIdAndId(TenantId tenant, UUID id);

  void delete(TimeOff timeOff);

  /// One member's between two times, earliest first.
  @Query(
      """
      select * from tenant.time_off
        where tenant_id = :tenantId and staff_id = :staffId
          and starts_at < :until and ends_at > :from
        order by starts_at\
      """)
  List<TimeOff> between(TenantId tenantId, UUID staffId, Instant from, Instant until);

  @Query(
      """
      select * from tenant.time_off
        where tenant_id = :tenantId and staff_id = :staffId and id < :before
        order by id desc limit :most\
      """)
  List<TimeOff> newestFirst(TenantId tenantId, UUID staffId, UUID before, int most);
}
