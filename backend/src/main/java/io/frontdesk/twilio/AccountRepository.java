package io.frontdesk.twilio;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose accounts there are: asked when a webhook arrives and nobody knows yet whose it is.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface AccountRepository extends GenericRepository<Subaccount, UUID> {
  /// An account of a tenant's.
  ///
  /// @param parentSid under whose it was opened; null if that is not known, or it is its own
  /// @param secret its token, encrypted for the tenant
  @Introspected
  record Row(UUID tenantId, String accountSid, @Nullable String parentSid, String secret) {
    @Override
    public String toString() {
      return "Row[tenant=%s, sid=%s]".formatted(tenantId, accountSid);
    }
  }

  /// Across tenants: the accounts of this SID that tenants say are theirs. One statement, for which
  /// no transaction is needed.
  @Query(
      value =
          """
          select tenant_id, account_sid, parent_sid, secret
            from platform.twilio_signers(:accountSid)\
          """,
      nativeQuery = true)
  @Transactional(Transactional.TxType.SUPPORTS)
  List<Row> signers(String accountSid);

  /// The tenant's own account first, then the one that was opened for it.
  @Query(
      value =
          """
          select tenant_id, account as account_sid, null as parent_sid, secret, 1 as place
            from tenant.credential where tenant_id = :tenant and provider = 'twilio'
          union all
          select tenant_id, account_sid, parent_sid, secret, 2
            from tenant.twilio_subaccount where tenant_id = :tenant
          order by place\
          """,
      nativeQuery = true)
  List<Row> of(UUID tenant);

  /// The tenant that has this number.
  @Query(
      value = "select tenant_id from platform.phone_number_owner where number = :number",
      nativeQuery = true)
  Optional<UUID> ownerOf(String number);

  @Query(
      """
      insert into platform.twilio_account (account_sid, tenant_id) values (:accountSid, :tenant)
        on conflict do nothing\
      """)
  void add(String accountSid, UUID tenant);

  @Query(
      """
      delete from platform.twilio_account where account_sid = :accountSid and tenant_id = :tenant\
      """)
  void remove(String accountSid, UUID tenant);
}
