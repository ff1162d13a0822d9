package io.frontdesk.call;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The rows of what was told of limits that are nearly used up.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ReachedThresholds extends GenericRepository<Call, UUID> {
  /// The highest that was told of this month or day; 0 if none was.
  @Query(
      value =
          """
          select coalesce(max(percent), 0) from tenant.usage_threshold
            where tenant_id = :tenant and measure = :measure and since = :since\
          """,
      nativeQuery = true)
  int highest(UUID tenant, String measure, LocalDate since);

  /// @return how many are told now that were not told before: one or none. Whoever tells the same
  /// at the same moment is waited for
  @Query(
      """
      insert into tenant.usage_threshold (tenant_id, id, measure, since, percent, reached_at)
        values (:tenant, :id, :measure, :since, :percent, :now)
        on conflict (tenant_id, measure, since, percent) do nothing\
      """)
  int add(UUID tenant, UUID id, String measure, LocalDate since, int percent, Instant now);
}
