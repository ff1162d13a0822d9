package io.frontdesk.outbox;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// What happened, in order.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Events extends GenericRepository<Event, UUID> {
  Event save(Event event);

  List<Event> findByTenantIdAndSubjectIdOrderById(TenantId tenant, UUID subjectId);
}
