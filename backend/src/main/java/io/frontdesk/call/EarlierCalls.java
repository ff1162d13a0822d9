package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Calls with one person that were before another.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface EarlierCalls extends GenericRepository<Call, UUID> {
  /// A call, and what it was about.
  @Introspected
  record Earlier(Instant at, String summary) {}

  /// Calls of which it is known what they were about, newest first; no test calls. Whoever has
  /// several numbers, because leads were merged, has called from all of them.
  ///
  /// @param call that goes on, which is not among them
  @Query(
      value =
          """
          select started_at as at, summary from tenant.call
            where tenant_id = :tenant and id <> :call and summary is not null and not test
              and analyzed_at is not null
              and case direction when 'outbound' then to_number else from_number end
                  in (select tenant.numbers_of(:tenant, :number))
            order by started_at desc limit :limit\
          """,
      nativeQuery = true)
  List<Earlier> with(UUID tenant, UUID call, String number, int limit);
}
