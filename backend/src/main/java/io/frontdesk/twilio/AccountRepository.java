package io.frontdesk.twilio;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which tenants say that an account is theirs: asked when a webhook arrives and nobody knows yet
/// whose it is.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface AccountRepository extends GenericRepository<Subaccount, UUID> {
  @Query(
      value =
          """
          select tenant_id from platform.twilio_account where account_sid = :accountSid
            order by tenant_id\
          """,
      nativeQuery = true)
  List<UUID> tenantsOf(String accountSid);

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
