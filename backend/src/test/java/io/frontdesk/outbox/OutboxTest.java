package io.frontdesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A change and what it causes are there together or not at all.
class OutboxTest {
  private final RunningService service = RunningService.shared();
  private final Tenancy tenancy = service.bean(Tenancy.class);
  private final Outbox outbox = service.bean(Outbox.class);
  private final Events events = service.bean(Events.class);
  private final CountingJob job = service.bean(CountingJob.class);
  private final TenantId tenant = Owner.signUp(service, "Ace").tenant();
  private final UUID subject = UUID.randomUUID();

  @Test
  void aCommittedJobIsDoneAtOnce() {
    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 1);
  }

  @Test
  void whatIsRolledBackLeavesNothing() {
    UUID later = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                tenancy.run(
                    tenant,
                    () -> {
                      outbox.happened(tenant, "call.ended", subject, Map.of());
                      outbox.soon(job, tenant, subject);
                      throw new IllegalStateException("the change failed");
                    }))
        .hasMessage("the change failed");
    tenancy.run(tenant, () -> outbox.soon(job, tenant, later));

    await().until(() -> job.runs(later) == 1);
    assertThat(job.runs(subject)).isZero();
    assertThat(
            tenancy.run(tenant, () -> events.findByTenantIdAndSubjectIdOrderById(tenant, subject)))
        .isEmpty();
  }

  @Test
  void aJobAskedTwiceBeforeItIsDoneIsDoneOnce() {
    tenancy.run(
        tenant,
        () -> {
          outbox.soon(job, tenant, subject);
          outbox.soon(job, tenant, subject);
        });
    UUID after = UUID.randomUUID();
    tenancy.run(tenant, () -> outbox.soon(job, tenant, after));

    await().until(() -> job.runs(after) == 1);
    await().until(() -> left() == 0);
    assertThat(job.runs(subject)).isEqualTo(1);
  }

  @Test
  void aJobAskedForTomorrowWhileItIsBeingDoneWaitsUntilTomorrow() {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    job.during(subject, () -> tenancy.run(tenant, () -> outbox.at(tomorrow, job, tenant, subject)));

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> waiting() == 1);
    assertThat(job.runs(subject)).isEqualTo(1);
  }

  /// It may have read already what was changed when it was asked for again.
  @Test
  void aJobAskedForWhileItIsBeingDoneIsDoneAgain() {
    job.during(subject, () -> tenancy.run(tenant, () -> outbox.soon(job, tenant, subject)));

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 2);
    await().until(() -> left() == 0);
    assertThat(job.runs(subject)).isEqualTo(2);
  }

  @Test
  void aJobThatPutsItselfOffWhileItIsAskedForIsDoneAtOnce() {
    job.during(
        subject,
        () -> {
          tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));
          throw new Job.NotYet(Duration.ofDays(1));
        });

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 2);
    await().until(() -> left() == 0);
  }

  @Test
  void aJobThatFailsWhileItIsAskedForIsDoneOnceMore() {
    job.during(
        subject,
        () -> {
          tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));
          throw new IllegalStateException("fails this once");
        });

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> left() == 0);
    assertThat(job.runs(subject)).isEqualTo(2);
  }

  @Test
  void aJobThatIsNotYetToBeDoneWaits() {
    job.during(
        subject,
        () -> {
          throw new Job.NotYet(Duration.ofDays(1));
        });

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 1);
    await().until(() -> waiting() == 1);
  }

  @Test
  void aFailedJobIsTriedAgain() {
    job.during(
        subject,
        () -> {
          throw new IllegalStateException("fails this once");
        });

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 2);
  }

  @Test
  void aJobThatWasPutOffIsDoneAtOnceWhenItIsAskedForAgain() {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    tenancy.run(tenant, () -> outbox.at(tomorrow, job, tenant, subject));

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().until(() -> job.runs(subject) == 1);
  }

  /// Other nodes wait for a minute before they take a job for lost.
  @Test
  void aJobWhoseNodeWasKilledIsDoneByAnother() throws SQLException {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    tenancy.run(tenant, () -> outbox.at(tomorrow, job, tenant, subject));

    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                """
                update platform.scheduled_tasks
                  set picked = true, picked_by = 'gone', execution_time = now(),
                      last_heartbeat = now() - interval '61 seconds'
                  where task_name = ? and task_instance = ?\
                """)) {
      statement.setString(1, job.name());
      statement.setString(2, tenant + "/" + subject);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    await().atMost(Duration.ofMinutes(3)).until(() -> job.runs(subject) == 1);
  }

  private int left() {
    return count("");
  }

  /// Put off for more than half a day.
  private int waiting() {
    return count(" and not picked and execution_time > now() + interval '12 hours'");
  }

  private int count(String which) {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "select count(*) from platform.scheduled_tasks where task_instance = ?" + which)) {
      statement.setString(1, tenant + "/" + subject);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEventIsSeenByItsTenantOnly() {
    tenancy.run(tenant, () -> outbox.happened(tenant, "call.ended", subject, Map.of("n", 1)));
    TenantId other = Owner.signUp(service, "Best").tenant();

    assertThat(
            tenancy.run(tenant, () -> events.findByTenantIdAndSubjectIdOrderById(tenant, subject)))
        .singleElement()
        .satisfies(event -> assertThat(event.data().path("n").asInt()).isEqualTo(1));
    assertThat(
            tenancy.run(other, () -> events.findByTenantIdAndSubjectIdOrderById(tenant, subject)))
        .isEmpty();
  }
}
