package io.frontdesk.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The scheduler's table, seen by those who mend what is stuck.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface StuckJobRepository extends GenericRepository<Event, UUID> {
  @Query(
      value =
          """
          select t.task_name as name, t.task_instance as instance,
              t.consecutive_failures as failures, t.last_failure as last_failure_at,
              f.error, t.execution_time as next_try_at, t.picked as running
            from platform.scheduled_tasks t left join platform.job_failure f
              on f.task_name = t.task_name and f.task_instance = t.task_instance
            where t.consecutive_failures >= :failures
            order by t.consecutive_failures desc, t.task_name, t.task_instance limit :most\
          """,
      nativeQuery = true)
  List<StuckJob> failing(int failures, int most);

  @Query(
      """
      update platform.scheduled_tasks set execution_time = :now, version = version + 1
        where task_name = :name and task_instance = :instance and not picked\
      """)
  int due(String name, String instance, Instant now);

  @Query(
      """
      delete from platform.scheduled_tasks
        where task_name = :name and task_instance = :instance and not picked\
      """)
  int drop(String name, String instance);

  @Query(
      value =
          """
          select count(*) from platform.scheduled_tasks
            where task_name = :name and task_instance = :instance\
          """,
      nativeQuery = true)
  int exists(String name, String instance);

  @Query(
      """
      insert into platform.job_failure (task_name, task_instance, error, failed_at)
        values (:name, :instance, :error, :now)
        on conflict (task_name, task_instance) do update set error = excluded.error,
          failed_at = excluded.failed_at\
      """)
  void note(String name, String instance, String error, Instant now);

  @Query(
      """
      delete from platform.job_failure where task_name = :name and task_instance = :instance\
      """)
  void forget(String name, String instance);
}
