package io.frontdesk.business;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What owners said of the steps of their first run, and the facts that show which are done. Calls
/// and numbers belong to rooms above, which is why they are only looked up here.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface SetupSteps extends GenericRepository<Business, UUID> {
  /// What was said of one step.
  @Introspected
  record Said(String step, String state) {}

  /// What shows that steps are done.
  ///
  /// @param numbers how many there are, the sandbox's among them
  @Introspected
  record Facts(boolean profileSaved, boolean called, long numbers, boolean realNumber) {}

  @Query(
      value = "select step, state from tenant.setup_step where tenant_id = :tenant",
      nativeQuery = true)
  List<Said> said(UUID tenant);

  @Query(
      value =
          """
          select b.version > 0 as profile_saved,
                 exists (select from tenant.call c where c.tenant_id = b.tenant_id) as called,
                 (select count(*) from tenant.phone_number n
                    where n.tenant_id = b.tenant_id and n.state = 'active') as numbers,
                 exists (select from tenant.phone_number n
                           where n.tenant_id = b.tenant_id and n.source <> 'sandbox'
                             and n.state = 'active')
                   as real_number
            from tenant.business b where b.tenant_id = :tenant\
          """,
      nativeQuery = true)
  Facts facts(UUID tenant);

  @Query(
      """
      insert into tenant.setup_step (tenant_id, id, step, state, created_at, updated_at)
        values (:tenant, :id, :step, :state, :now, :now)
        on conflict (tenant_id, step)
          do update set state = excluded.state, updated_at = excluded.updated_at\
      """)
  int say(UUID tenant, UUID id, String step, String state, Instant now);
}
