package io.frontdesk.call;

import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes calls of one tenant's, in the database only, for tests of what is done with them.
public final class PracticeCalls {
  private final RunningService service;
  private final TenantId tenant;

  public PracticeCalls(RunningService service, TenantId tenant) {
    this.service = service;
    this.tenant = tenant;
  }

  /// A call to the default receptionist that has not been answered yet.
  ///
  /// @param from null for a withheld number
  public NewCall newCall(@Nullable String from) {
    var receptionist = service.bean(Receptionists.class).answering(tenant, null);
    return new NewCall(
        "CA" + UUID.randomUUID().toString().replace("-", ""),
        from == null ? null : new E164(from),
        new E164("+14155550199"),
        receptionist.receptionistId(),
        receptionist.versionNumber(),
        null,
        Engine.REALTIME,
        false);
  }

  /// A call that is going on.
  public UUID answered() {
    return answered("+14155550123");
  }

  /// A call from that number that is going on.
  public UUID answered(@Nullable String from) {
    return service.bean(CallLog.class).answer(tenant, newCall(from)).id();
  }

  public static Turn turn(int index, Speaker speaker, String text) {
    Instant start = Instant.parse("2026-11-24T15:00:00Z").plusSeconds(index * 5L);
    return new Turn(
        index, speaker, text, null, false, List.of(), start, start.plusSeconds(4), null);
  }

  /// The types of the events of one subject, in order, whosever it is.
  public List<String> events(UUID subject) {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "select type from tenant.event where subject_id = ? order by id")) {
      statement.setObject(1, subject);
      var types = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1));
        }
      }
      return types;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
