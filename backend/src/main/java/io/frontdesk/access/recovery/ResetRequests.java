package io.frontdesk.access.recovery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Requests that nobody has looked at yet.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ResetRequests extends GenericRepository<ResetRequest, UUID> {
  /// @return how many were added: 0 if there is one for this address
  @Query(
      """
      insert into platform.password_reset (id, email, created_at) values (:id, :email, :at)
        on conflict (email) do nothing\
      """)
  int add(UUID id, String email, Instant at);

  Optional<ResetRequest> findById(UUID id);

  Optional<ResetRequest> findByEmail(String email);

  int deleteById(UUID id);
}
