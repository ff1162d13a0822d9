package io.frontdesk.message;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Messages that still wait for somebody, of whoever has one number, under whichever of
/// their numbers.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface WaitingMessages extends GenericRepository<Message, UUID> {
  /// A message.
  @Introspected
  record Waiting(Instant at, String text) {}

  /// Newest first.
  @Query(
      value =
          """
          select created_at as at, text from tenant.message
            where tenant_id = :tenant and status = 'open' and text <> ''
              and from_phone in (select tenant.numbers_of(:tenant, :number))
            order by id desc limit :limit\
          """,
      nativeQuery = true)
  List<Waiting> of(UUID tenant, String number, int limit);
}
