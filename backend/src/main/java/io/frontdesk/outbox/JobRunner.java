package io.frontdesk.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the jobs of all tenants, on virtual threads, on whichever node is free.
@Singleton
class JobRunner implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  static final String TABLE = "platform.scheduled_tasks";
  private static final int AT_ONCE = 20;
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

  /// How often a node says that it still works on a job, and after how many times that it has not
  /// another one does it: a node that was killed keeps its jobs for a minute. The scheduler's own
  /// half hour is longer than the record of a call may stay open.
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int MISSED = 4;

  /// What is not done by then when the node stops is done anew by another.
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final Doorbell doorbell;
  private final StuckJobs stuck;
  private final DueJobs due;
  private final Tenancy tenancy;
  private final Clock clock;

  /// @param dataSource Micronaut's; the pool below it is used, for the scheduler has its own
  /// transactions
  JobRunner(
      List<Job> jobs,
      List<PlatformJob> platformJobs,
      DataSource dataSource,
      Doorbell doorbell,
      StuckJobs stuck,
      DueJobs due,
      Tenancy tenancy,
      Clock clock) {
    this.stuck = stuck;
    this.due = due;
    this.tenancy = tenancy;
    this.clock = clock;
    List<Task<?>> tasks =
        Stream.<Task<?>>concat(jobs.stream().map(this::task), platformJobs.stream().map(this::task))
            .toList();
    this.scheduler =
        Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource), tasks)
            .tableName(TABLE)
            .threads(AT_ONCE)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollingInterval(POLLING)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(TO_FINISH)
            .build();
    this.doorbell = doorbell;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    scheduler.start();
    doorbell.answeredBy(scheduler::triggerCheckForDueExecutions);
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }

  static String data(TenantId tenant, UUID subject) {
    return tenant + "/" + subject;
  }

  private Task<String> task(Job job) {
    return task(
        job.name(),
        data -> {
          String[] parts = data.split("/", 2);
          job.run(TenantId.parse(parts[0]), UUID.fromString(parts[1]));
        });
  }

  private Task<String> task(PlatformJob job) {
    return task(job.name(), data -> job.run(UUID.fromString(data)));
  }

  private Task<String> task(String name, Consumer<String> work) {
    FailureHandler<String> later =
        new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY);
    return Tasks.custom(TaskDescriptor.of(name, String.class))
        .onFailure(
            (complete, operations) -> {
              later.onFailure(complete, operations);
              note(complete);
            })
        .execute(
            (instance, _) -> {
              try {
                work.accept(instance.getData());
              } catch (Job.NotYet e) {
                return (complete, _) -> putOff(complete, e.later());
              }
              return (complete, _) -> finish(complete);
            });
  }

  /// Keeps why a job failed, for those who look into it; the retry does not depend on it.
  private void note(ExecutionComplete complete) {
    Execution job = complete.getExecution();
    try {
      tenancy.platform(
          () -> {
            stuck.failed(job.getTaskName(), job.getId(), complete.getCause().orElse(null));
            return due.hasten(job.getTaskName(), job.getId());
          });
    } catch (RuntimeException e) {
      LOG.warn("Why {} failed was not noted", job.getTaskName(), e);
    }
  }

  private void putOff(ExecutionComplete complete, Duration later) {
    Execution job = complete.getExecution();
    tenancy.platform(
        () -> {
          Instant time = complete.getTimeDone().plus(later);
          due.again(job.getTaskName(), job.getId(), job.version, time, clock.instant());
          return job;
        });
  }

  /// Ends a job, unless it was asked for while it ran. The library's own end would take no notice
  /// of that.
  private void finish(ExecutionComplete complete) {
    Execution job = complete.getExecution();
    boolean done =
        tenancy.platform(
            () -> {
              if (job.consecutiveFailures > 0) {
                stuck.succeeded(job.getTaskName(), job.getId());
              }
              if (due.done(job.getTaskName(), job.getId(), job.version) > 0) {
                return true;
              }
              return due.repeat(job.getTaskName(), job.getId(), job.version, clock.instant()) == 0;
            });
    if (!done) {
      doorbell.ring();
    }
  }
}
