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

/// With whom appointments are booked, or were. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface StaffMembers extends GenericRepository<StaffMember, UUID> {
  StaffMember save(StaffMember member);

  StaffMember update(StaffMember member);

  /// A member of staff, bookable or retired.
  Optional<StaffMember> findByTenantIdAndId(TenantId tenant, UUID id);

  List<StaffMember> findByTenantIdAndRetiredAtIsNullOrderById(TenantId tenant);

  /// Those with whom something can be booked, the oldest first.
  default List<StaffMember> bookable(TenantId tenant) {
    return findByTenantIdAndRetiredAtIsNullOrderById(tenant);
  }

  /// A member with whom something can be booked.
  default Optional<StaffMember> bookable(TenantId tenant, UUID id) {
    return findByTenantIdAndId(tenant, id).filter(member -> member.retiredAt() == null);
  }

  @Query(
      """
      select * from tenant.staff
        where tenant_id = :tenant and id < :before and retired_at is null
        order by id desc limit :limit\
      """)
  List<StaffMember> newestFirst(UUID tenant, UUID before, int limit);
}
