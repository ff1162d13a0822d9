package io.frontdesk.twilio;

import io.frontdesk.business.Credential;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Which tenant an account belongs to: asked when a webhook arrives and nobody knows yet whose it
/// is.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface AccountRepository extends GenericRepository<Credential, UUID> {
  @Query(
      value = "select tenant_id from platform.twilio_account where account_sid = :accountSid",
      nativeQuery = true)
  Optional<UUID> tenantOf(String accountSid);

  /// The account under which this one was opened; empty if it is not known.
  @Query(
      value = "select parent_sid from platform.twilio_account where account_sid = :accountSid",
      nativeQuery = true)
  Optional<String> parentOf(String accountSid);

  @Query(
      """
      insert into platform.twilio_account (account_sid, tenant_id, parent_sid)
        values (:accountSid, :tenant, :parentSid) on conflict (account_sid) do nothing\
      """)
  void add(String accountSid, UUID tenant, String parentSid);
}
