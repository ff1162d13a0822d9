package io.frontdesk.lead;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which leads were merged, and what was moved.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface LeadMerges extends GenericRepository<LeadMerge, UUID> {
  LeadMerge save(LeadMerge merge);

  /// The last time that a lead was merged into another one, undone or not.
  @Query(
      """
      select * from tenant.lead_merge where tenant_id = :tenant and merged_id = :merged
        order by id desc limit 1\
      """)
  Optional<LeadMerge> last(UUID tenant, UUID merged);

  /// The last one that holds of those that were merged into a lead.
  @Query(
      """
      select * from tenant.lead_merge
        where tenant_id = :tenant and lead_id = :lead and undone_at is null
        order by id desc limit 1\
      """)
  Optional<LeadMerge> lastInto(UUID tenant, UUID lead);

  @Query("update tenant.lead_merge set undone_at = :now where tenant_id = :tenant and id = :id")
  void undo(UUID tenant, UUID id, Instant now);
}
