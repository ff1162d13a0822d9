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

    await().atMost(Duration.ofSeconds(5)).until(() -> job.runs(subject) == 1);
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

    await().atMost(Duration.ofSeconds(5)).until(() -> job.runs(later) == 1);
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

    await().atMost(Duration.ofSeconds(5)).until(() -> job.runs(after) == 1);
    assertThat(job.runs(subject)).isEqualTo(1);
  }

  @Test
  void aFailedJobIsTriedAgain() {
    job.failOnce(subject);

    tenancy.run(tenant, () -> outbox.soon(job, tenant, subject));

    await().atMost(Duration.ofSeconds(15)).until(() -> job.runs(subject) == 2);
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
