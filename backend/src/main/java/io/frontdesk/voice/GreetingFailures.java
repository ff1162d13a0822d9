package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.frontdesk.voice.speech.CannotSpeak.Reason;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which greetings could not be recorded the last time that it was tried.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface GreetingFailures extends GenericRepository<Call, UUID> {
  /// Why one could not be.
  @Introspected
  record Failure(Reason reason, Instant failedAt) {}

  @Query(
      value =
          """
          select reason, failed_at from tenant.greeting_failure
            where tenant_id = :tenant and id = :receptionist\
          """,
      nativeQuery = true)
  Optional<Failure> find(UUID tenant, UUID receptionist);

  /// A receptionist that was removed meanwhile needs no greeting.
  @Query(
      """
      insert into tenant.greeting_failure (tenant_id, id, reason, failed_at)
        select tenant_id, id, :reason, :at from tenant.receptionist
          where tenant_id = :tenant and id = :receptionist
        on conflict (tenant_id, id) do update set reason = :reason, failed_at = :at\
      """)
  void failed(UUID tenant, UUID receptionist, Reason reason, Instant at);

  @Query("delete from tenant.greeting_failure where tenant_id = :tenant and id = :receptionist")
  void worked(UUID tenant, UUID receptionist);
}
