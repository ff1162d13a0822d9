package io.frontdesk.twilio;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Leaves things as a process does that ends after Twilio answered and before it wrote it down.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface LostRecords extends GenericRepository<Subaccount, UUID> {
  @Query("delete from tenant.twilio_subaccount where tenant_id = :tenant")
  int lose(UUID tenant);
}
