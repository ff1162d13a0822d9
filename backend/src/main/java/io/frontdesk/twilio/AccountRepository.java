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

  @Query(
      "insert into platform.twilio_account (account_sid, tenant_id) values (:accountSid, :tenant)")
  void add(String accountSid, UUID tenant);
}
