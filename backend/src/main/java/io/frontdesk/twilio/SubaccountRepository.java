package io.frontdesk.twilio;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The accounts that the platform opened, at most one for each tenant.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface SubaccountRepository extends GenericRepository<Subaccount, UUID> {
  Optional<Subaccount> findByTenantId(TenantId tenant);

  /// Stores an account unless the tenant has one already.
  ///
  /// @return how many were stored: 0 or 1
  @Query(
      """
      insert into tenant.twilio_subaccount
          (tenant_id, id, account_sid, parent_sid, secret, created_at)
        values (:tenantId, :id, :accountSid, :parentSid, :secret, :now)
        on conflict (tenant_id) do nothing\
      """)
  int add(
      TenantId tenantId, UUID id, String accountSid, String parentSid, String secret, Instant now);

  /// Puts an account in the place of the one that the tenant has.
  @Query(
      """
      update tenant.twilio_subaccount
        set account_sid = :accountSid, parent_sid = :parentSid, secret = :secret, created_at = :now
        where tenant_id = :tenantId\
      """)
  void replace(TenantId tenantId, String accountSid, String parentSid, String secret, Instant now);
}
