package io.frontdesk.stats;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives one tenant rows of any time, past the service, for tests that recount them.
final class Past {
  private final TenantId tenant;

  Past(TenantId tenant) {
    this.tenant = tenant;
  }

  /// @param durationS null for a call that nobody answered
  record Rang(Instant at, String direction, @Nullable Long durationS) {}

  void calls(List<Rang> calls) {
    for (Rang call : calls) {
      Long duration = call.durationS();
      sql(
          """
          insert into tenant.call (tenant_id, id, call_sid, direction, state, to_number, engine,
                                   started_at, answered_at, ended_at)
            values (?, ?, ?, ?, 'completed', '+14155550199', 'realtime', ?, ?, ?)\
          """,
          UUID.randomUUID(),
          "CA" + UUID.randomUUID(),
          call.direction(),
          time(call.at()),
          duration == null ? null : time(call.at()),
          time(call.at().plusSeconds(duration == null ? 20 : duration)));
    }
  }

  void lead(Instant at) {
    UUID id = UUID.randomUUID();
    sql(
        "insert into tenant.lead (tenant_id, id, phone, created_at) values (?, ?, ?, ?)",
        id,
        id.toString(),
        time(at));
  }

  void message(Instant at) {
    sql(
        "insert into tenant.message (tenant_id, id, text, created_at) values (?, ?, 'Hello', ?)",
        UUID.randomUUID(),
        time(at));
  }

  private static Object time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private void sql(String sql, @Nullable Object... rest) {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenant.value());
      for (int i = 0; i < rest.length; i++) {
        statement.setObject(i + 2, rest[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
