package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// How a tenant stands, when several decide about it at once.
class TenantStandingsTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final Tenancy tenancy = service.bean(Tenancy.class);
  private final TenantStandings standings = service.bean(TenantStandings.class);

  @Test
  void anAgreementOfTheSameMomentDoesNotUndoASuspension() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> agreement =
          tenancy.run(
              owner.tenant(),
              () -> {
                standings.suspend(owner.tenant(), "The bill is open.");
                Future<?> second = threads.submit(this::agree);
                await("the second waits for the first").until(TenantStandingsTest::somebodyWaits);
                return second;
              });
      agreement.get();
    }

    var standing = standings.of(owner.tenant());
    assertThat(standing.isSuspended()).isTrue();
    assertThat(standing.plan()).isEqualTo(Plan.TRIAL);
  }

  private void agree() {
    tenancy.run(owner.tenant(), () -> standings.agree(owner.tenant(), Plan.TRIAL, Allowance.NONE));
  }

  private static boolean somebodyWaits() throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var query =
            connection.prepareStatement(
                "select 1 from pg_locks where not granted and locktype = 'transactionid'")) {
      return query.executeQuery().next();
    }
  }
}
