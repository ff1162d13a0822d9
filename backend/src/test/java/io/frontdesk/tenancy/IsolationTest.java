package io.frontdesk.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What keeps tenants apart: the service's login, and the door. [CatalogTest] holds the tables.
class IsolationTest {
  private final RunningService service = RunningService.shared();
  private final Tenancy tenancy = service.bean(Tenancy.class);
  private final Businesses businesses = service.bean(Businesses.class);

  @Test
  void theServiceLogsInAsARoleThatSeesThroughNoPolicy() throws SQLException {
    assertThat(
            query(
                """
                select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
                  from pg_roles where rolname = current_user\
                """))
        .containsExactly(List.of("frontdesk_app", "f", "f", "f", "f"));
    assertThat(query("select relname from pg_class where pg_get_userbyid(relowner) = current_user"))
        .as("what it owns")
        .isEmpty();
    assertThat(
            query(
                """
                select 1 from pg_auth_members m join pg_roles r on r.oid = m.member
                  where r.rolname = current_user\
                """))
        .as("roles that it is a member of")
        .isEmpty();
  }

  @Test
  void aDoorShowsItsTenantsRowsOnly() {
    TenantId ace = Owner.signUp(service, "Ace").tenant();
    TenantId best = Owner.signUp(service, "Best").tenant();

    assertThat(tenancy.run(ace, () -> businesses.findByTenantId(ace))).isPresent();
    assertThat(tenancy.run(ace, () -> businesses.findByTenantId(best))).isEmpty();
    Business foreign = tenancy.run(best, () -> businesses.of(best));
    assertThatThrownBy(() -> tenancy.run(ace, () -> businesses.update(foreign)))
        .as("an update of another tenant's row changes none")
        .isInstanceOf(OptimisticLockException.class);
  }

  @Test
  void aRepositoryWithoutADoorFails() {
    assertThatThrownBy(() -> businesses.findByTenantId(TenantId.create()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anotherTenantsDoorInsideAnOpenOneThrows() {
    TenantId ace = Owner.signUp(service, "Ace").tenant();

    assertThatThrownBy(() -> tenancy.run(ace, () -> tenancy.run(TenantId.create(), () -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tenancy.run(ace, () -> tenancy.run(ace, () -> 1))).isEqualTo(1);
  }

  /// What the service's own role sees.
  private static List<List<String>> query(String sql) throws SQLException {
    try (var connection = TestDatabase.logins().app().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<List<String>>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        all.add(row);
      }
      return all;
    }
  }
}
