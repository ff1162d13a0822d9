package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.frontdesk.call.CallEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A call's log as it lies in the database, read by the owner's login, who sees all tenants.
///
/// @param title names the call for whoever reads about it
/// @param names of the caller; empty if nobody knows it
record StoredLog(String title, List<String> names, List<CallEvent> events) {
  /// A log that nobody can change.
  StoredLog {
    names = List.copyOf(names);
    events = List.copyOf(events);
  }

  /// @return empty if there is no such call
  static Optional<StoredLog> read(Connection owner, UUID callId) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            """
            select c.call_sid, c.started_at,
                   (select l.name from tenant.lead l where l.tenant_id = c.tenant_id
                      and (l.id = c.lead_id or c.lead_id is null and l.phone = c.from_number))
              from tenant.call c where c.id = ?\
            """)) {
      statement.setObject(1, callId);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new StoredLog(
                    "Call %s (%s) of %s"
                        .formatted(callId, rows.getString(1), rows.getTimestamp(2).toInstant()),
                    Optional.ofNullable(rows.getString(3)).stream().toList(),
                    events(owner, callId)))
            : Optional.empty();
      }
    }
  }

  private static List<CallEvent> events(Connection owner, UUID callId) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            "select events from tenant.call_event_chunk where call_id = ? order by first")) {
      statement.setObject(1, callId);
      var events = new ArrayList<CallEvent>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          events.addAll(List.of(LogFormat.JSON.readValue(rows.getString(1), CallEvent[].class)));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
      return events;
    }
  }
}
