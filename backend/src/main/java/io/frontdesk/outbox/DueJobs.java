package io.frontdesk.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/// The jobs that the [JobRunner] will find. Written as its library writes them, in one statement,
/// where the library looks first whether there is one.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface DueJobs extends GenericRepository<Event, UUID> {
  /// Adds a job; if there is one of that name and instance that is to be done later, as one whose
  /// last try failed, it is done at this time instead.
  ///
  /// @param data as the library serializes it, in hexadecimal digits
  @Query(
      """
      insert into platform.scheduled_tasks
          (task_name, task_instance, task_data, execution_time, picked, version)
        values (:job, :instance, decode(:data, 'hex'), :time, false, 1)
        on conflict (task_name, task_instance) do update
          set execution_time = excluded.execution_time
          where not scheduled_tasks.picked
            and scheduled_tasks.execution_time > excluded.execution_time\
      """)
  void add(String job, String instance, String data, Instant time);
}
