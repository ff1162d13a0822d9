package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The numbers of the tenants.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface PhoneNumbers extends GenericRepository<PhoneNumber, UUID> {
  Optional<PhoneNumber> findByTenantIdAndNumber(TenantId tenant, E164 number);

  Optional<PhoneNumber> findByTenantIdAndId(TenantId tenant, UUID id);

  List<PhoneNumber> findByTenantIdOrderById(TenantId tenant);

  @Query(
      """
      select * from tenant.phone_number
        where tenant_id = :tenantId and id < :before order by id desc limit :most\
      """)
  List<PhoneNumber> newestFirst(TenantId tenantId, UUID before, int most);

  PhoneNumber save(PhoneNumber number);

  PhoneNumber update(PhoneNumber number);

  /// Claims a number for a tenant.
  ///
  /// @return 1, or 0 if some tenant has it already
  @Query(
      """
      insert into platform.phone_number_owner (number, tenant_id) values (:number, :tenant)
        on conflict (number) do nothing\
      """)
  int claim(E164 number, UUID tenant);

  /// @return 1 if some tenant has the number, else 0
  @Query(
      value = "select count(*) from platform.phone_number_owner where number = :number",
      nativeQuery = true)
  int owners(E164 number);

  /// The tenants that have numbers.
  @Query(value = "select distinct tenant_id from platform.phone_number_owner", nativeQuery = true)
  List<UUID> tenants();

  /// @return 1 if the tenant has a receptionist of this id, else 0
  @Query(
      value = "select count(*) from tenant.receptionist where tenant_id = :tenantId and id = :id",
      nativeQuery = true)
  int receptionists(TenantId tenantId, UUID id);
}
