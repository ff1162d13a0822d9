package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// How a tenant stands, when several decide about it at once.
class TenantStandingsTest {
  private static final Allowance THREE_CALLS = new Allowance(3, null, null, null);

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final Tenancy tenancy = service.bean(Tenancy.class);
  private final TenantStandings standings = service.bean(TenantStandings.class);

  @Test
  void anAgreementOfTheSameMomentDoesNotUndoASuspension() throws Exception {
    secondWaitsForFirst(
        () -> standings.suspend(owner.tenant(), "The bill is open."),
        () -> standings.agree(owner.tenant(), Plan.TRIAL, Allowance.NONE));

    var standing = standings.of(owner.tenant());
    assertThat(standing.isSuspended()).isTrue();
    assertThat(standing.plan()).isEqualTo(Plan.TRIAL);
  }

  @Test
  void twoWhoAgreeOnAPartEachUndoNothingOfOneAnothers() throws Exception {
    secondWaitsForFirst(
        () -> standings.agree(owner.tenant(), Plan.TRIAL, null),
        () -> standings.agree(owner.tenant(), null, THREE_CALLS));

    var standing = standings.of(owner.tenant());
    assertThat(standing.plan()).isEqualTo(Plan.TRIAL);
    assertThat(standing.limits()).isEqualTo(THREE_CALLS);
  }

  @Test
  void ofManyWhoDecideAtOnceEachIsHeard() throws Exception {
    for (int round = 1; round <= 20; round++) {
      Plan plan = round % 2 == 0 ? Plan.TRIAL : Plan.UNLIMITED;
      var limits = new Allowance(round, null, null, null);
      boolean suspended = round % 3 == 0;

      allAtOnce(
          List.of(
              () -> standings.agree(owner.tenant(), plan, null),
              () -> standings.agree(owner.tenant(), null, limits),
              () -> {
                if (suspended) {
                  standings.suspend(owner.tenant(), "The bill is open.");
                } else {
                  standings.reactivate(owner.tenant());
                }
              }));

      var standing = standings.of(owner.tenant());
      assertThat(standing.plan()).isEqualTo(plan);
      assertThat(standing.limits()).isEqualTo(limits);
      assertThat(standing.isSuspended()).isEqualTo(suspended);
    }
  }

  /// Does the second in a transaction that begins before the first one's ends.
  private void secondWaitsForFirst(Runnable first, Runnable second) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waiting =
          tenancy.run(
              owner.tenant(),
              () -> {
                first.run();
                Future<?> begun = threads.submit(() -> tenancy.run(owner.tenant(), second));
                int holder = holder();
                await("the second waits for the first").until(() -> somebodyWaitsFor(holder));
                return begun;
              });
      waiting.get();
    }
  }

  private void allAtOnce(List<Runnable> decisions) throws Exception {
    var start = new CyclicBarrier(decisions.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (Runnable decision : decisions) {
        done.add(
            threads.submit(
                () -> {
                  start.await();
                  tenancy.run(owner.tenant(), decision);
                  return null;
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }
  }

  /// Which of the database's processes does the running transaction.
  private int holder() {
    try (var statement = service.bean(DataSource.class).getConnection().createStatement()) {
      return one(statement, "select pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean somebodyWaitsFor(int holder) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.createStatement()) {
      return one(
              statement,
              "select count(*) from pg_locks where %d = any(pg_blocking_pids(pid))"
                  .formatted(holder))
          > 0;
    }
  }

  private static int one(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
