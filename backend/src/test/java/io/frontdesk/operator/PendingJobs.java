package io.frontdesk.operator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/// Jobs that are not done yet.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PendingJobs extends GenericRepository<OperatorAction, UUID> {
  @Query(
      value = "select count(*) from platform.scheduled_tasks where task_name = :name",
      nativeQuery = true)
  int of(String name);
}
