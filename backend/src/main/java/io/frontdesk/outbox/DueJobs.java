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
  /// last try failed, it is done at this time instead. One that is being done has perhaps read
  /// already what the running transaction changes: it is done once more.
  ///
  /// @param data as the library serializes it, in hexadecimal digits
  @Query(
      """
      insert into platform.scheduled_tasks
          (task_name, task_instance, task_data, execution_time, picked, version)
        values (:job, :instance, decode(:data, 'hex'), :time, false, 1)
        on conflict (task_name, task_instance) do update
          set execution_time = case when scheduled_tasks.picked
                then scheduled_tasks.execution_time
                else least(scheduled_tasks.execution_time, excluded.execution_time) end,
              asked_again = case when scheduled_tasks.picked
                then least(scheduled_tasks.asked_again, excluded.execution_time) end\
      """)
  void add(String job, String instance, String data, Instant time);

  /// Forgets a job that is done.
  ///
  /// @param version of the row when this node took it; another one may have it by now
  /// @return 1, or 0 if it was asked for meanwhile
  @Query(
      """
      delete from platform.scheduled_tasks
        where task_name = :job and task_instance = :instance and version = :version
          and asked_again is null\
      """)
  int done(String job, String instance, long version);

  /// Gives back a job that is done, to be done once more when it was asked for meanwhile.
  ///
  /// @param version as of [#done]
  /// @return 1, or 0 if another node has it by now
  @Query(
      """
      update platform.scheduled_tasks
        set picked = false, picked_by = null, last_heartbeat = null, last_success = :now,
            consecutive_failures = 0, execution_time = asked_again, asked_again = null,
            version = version + 1
        where task_name = :job and task_instance = :instance and version = :version
          and asked_again is not null\
      """)
  int repeat(String job, String instance, long version, Instant now);

  /// Gives back a job that cannot be done yet, to be done at `time`, or before if it was asked for
  /// meanwhile.
  ///
  /// @param version as of [#done]
  @Query(
      """
      update platform.scheduled_tasks
        set picked = false, picked_by = null, last_heartbeat = null, last_success = :now,
            consecutive_failures = 0, execution_time = least(:time, asked_again),
            asked_again = null, version = version + 1
        where task_name = :job and task_instance = :instance and version = :version\
      """)
  void again(String job, String instance, long version, Instant time, Instant now);

  /// A job that failed and is put off is done when it was asked for meanwhile, if that is sooner.
  @Query(
      """
      update platform.scheduled_tasks
        set execution_time = least(execution_time, asked_again), asked_again = null
        where task_name = :job and task_instance = :instance and not picked
          and asked_again is not null\
      """)
  int hasten(String job, String instance);
}
