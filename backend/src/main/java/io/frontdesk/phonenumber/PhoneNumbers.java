package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.E164;
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
import org.jspecify.annotations.Nullable;

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

  int deleteByTenantIdAndId(TenantId tenant, UUID id);

  /// Gives a number its label and receptionist, unless it was edited meanwhile.
  ///
  /// @return how many rows were of that version: 0 or 1
  @Query(
      """
      update tenant.phone_number
        set label = :label, receptionist_id = :receptionistId, version = version + 1,
            updated_at = :now
        where tenant_id = :tenantId and id = :id and version = :version\
      """)
  int use(
      TenantId tenantId,
      UUID id,
      long version,
      @Nullable String label,
      @Nullable UUID receptionistId,
      Instant now);

  /// Twilio rents a wanted number to us now, and its calls come here.
  ///
  /// @return 1, or 0 if nobody wants it any more
  @Query(
      """
      update tenant.phone_number
        set state = 'active', sid = :sid, webhooks_state = 'ok', webhooks_checked_at = :now,
            updated_at = :now
        where tenant_id = :tenantId and id = :id and state = 'buying'\
      """)
  int activate(TenantId tenantId, UUID id, String sid, Instant now);

  /// Moves a number that is ours into another state.
  @Query(
      """
      update tenant.phone_number set state = :state, updated_at = :now
        where tenant_id = :tenantId and id = :id and state <> 'buying'\
      """)
  void move(TenantId tenantId, UUID id, NumberState state, Instant now);

  /// What was seen of a number's webhooks.
  @Query(
      """
      update tenant.phone_number
        set webhooks_state = :verdict, webhooks_checked_at = :at, webhooks_detail = :detail
        where tenant_id = :tenantId and id = :id\
      """)
  void saw(
      TenantId tenantId, UUID id, String verdict, @Nullable Instant at, @Nullable String detail);

  /// Claims a number for a tenant.
  ///
  /// @return 1, or 0 if some tenant has it already
  @Query(
      """
      insert into platform.phone_number_owner (number, tenant_id) values (:number, :tenant)
        on conflict (number) do nothing\
      """)
  int claim(E164 number, UUID tenant);

  /// Gives up a tenant's claim.
  @Query("delete from platform.phone_number_owner where number = :number and tenant_id = :tenant")
  void disclaim(E164 number, UUID tenant);

  /// Those of the numbers that some tenant has.
  @Query(
      value = "select number from platform.phone_number_owner where number in (:candidates)",
      nativeQuery = true)
  List<String> owned(List<String> candidates);

  /// The tenants that have numbers.
  @Query(value = "select distinct tenant_id from platform.phone_number_owner", nativeQuery = true)
  List<UUID> tenants();

  /// @return 1 if the tenant has a receptionist of this id, else 0
  @Query(
      value = "select count(*) from tenant.receptionist where tenant_id = :tenantId and id = :id",
      nativeQuery = true)
  int receptionists(TenantId tenantId, UUID id);

  /// Has the tenant's account at Twilio stay what it is until the transaction ends: a number must
  /// not come into one that is being left.
  @Query(
      value = "select id from tenant.business where tenant_id = :tenantId for update",
      nativeQuery = true)
  UUID lock(TenantId tenantId);
}
