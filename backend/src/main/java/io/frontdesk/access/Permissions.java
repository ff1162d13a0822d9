package io.frontdesk.access;

import static io.frontdesk.access.Role.ADMIN;
import static io.frontdesk.access.Role.MEMBER;
import static io.frontdesk.access.Role.VIEWER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The one table of who may do what at which address. An address that is not in it is open to
/// nobody, so that a new one has to be thought about.
///
/// People may what their role may, everything that a lower role may included; programs may what
/// their client's scopes say.
final class Permissions {
  private static final String API = "/api/v1/";

  /// Where an earlier API has what is not below the other.
  private static final String EARLIER = "/api/phone/";

  /// A line of the table. The first whose path fits decides.
  ///
  /// @param path begins the path, in whole segments, after `/api/v1/`
  /// @param resource names the scopes `resource:read` and `resource:write`; null where programs
  /// have no business
  /// @param reads the least role that may look
  /// @param writes the least role that may change something; null where sending changes nothing
  /// @param change names the scope for that: `write`, or `place` where sending calls somebody
  private record Line(
      String path, @Nullable String resource, Role reads, @Nullable Role writes, String change) {
    Line(String path, @Nullable String resource, Role reads, @Nullable Role writes) {
      this(path, resource, reads, writes, "write");
    }

    boolean fits(String asked) {
      return asked.equals(path) || asked.startsWith(path + "/");
    }
  }

  /// What a request needs.
  ///
  /// @param scope null if no program may
  record Need(Role role, @Nullable String scope) {}

  private static final List<Line> TABLE =
      List.of(
          new Line("auth", null, VIEWER, VIEWER),
          new Line("me", null, VIEWER, VIEWER),
          new Line("team/members/me", null, VIEWER, VIEWER),
          new Line("team", null, ADMIN, ADMIN),
          new Line("api-clients", null, ADMIN, ADMIN),
          new Line("audit-log", "audit_log", ADMIN, ADMIN),
          new Line("business/credentials", "credentials", ADMIN, ADMIN),
          new Line("business", "business", VIEWER, ADMIN),
          new Line("phone-numbers", "phone_numbers", VIEWER, ADMIN),
          new Line("templates", "receptionists", VIEWER, ADMIN),
          new Line("models", "receptionists", VIEWER, ADMIN),
          new Line("model-notices", "receptionists", VIEWER, ADMIN),
          new Line("greeting-voices", "receptionists", VIEWER, ADMIN),
          new Line("receptionists", "receptionists", VIEWER, ADMIN),
          new Line("unanswered-questions", "receptionists", VIEWER, MEMBER),
          new Line("rehearsals", "receptionists", VIEWER, MEMBER),
          new Line("services", "receptionists", VIEWER, ADMIN),
          new Line("staff", "receptionists", VIEWER, ADMIN),
          new Line("calls", "calls", VIEWER, MEMBER),
          new Line("known-callers", "calls", VIEWER, MEMBER),
          new Line("live", "calls", VIEWER, null),
          new Line("outbound-calls", "calls", VIEWER, MEMBER, "place"),
          new Line("voice/make-call", "calls", MEMBER, MEMBER, "place"),
          new Line("phone/outbound-call", "calls", MEMBER, MEMBER, "place"),
          new Line("leads", "leads", VIEWER, MEMBER),
          new Line("customers", "customers", VIEWER, MEMBER),
          new Line("service-requests", "customers", VIEWER, MEMBER),
          new Line("availability", "appointments", VIEWER, MEMBER),
          new Line("busy-times", "appointments", VIEWER, MEMBER),
          new Line("appointments", "appointments", VIEWER, MEMBER),
          new Line("calendars", "appointments", VIEWER, ADMIN),
          new Line("messages", "messages", VIEWER, MEMBER),
          new Line("tasks", "messages", VIEWER, MEMBER),
          new Line("promises", "messages", VIEWER, MEMBER),
          new Line("home", "calls", VIEWER, null),
          new Line("stats", "stats", VIEWER, null),
          new Line("voice/call-stats", "stats", VIEWER, null),
          new Line("voice/call-history", "calls", VIEWER, null),
          new Line("voice/ai-receptionist-config", "receptionists", VIEWER, ADMIN),
          new Line("phone/active-calls", "calls", VIEWER, null),
          new Line("phone/call-status", "calls", VIEWER, null),
          new Line("webhook-endpoints", "webhooks", ADMIN, ADMIN),
          new Line("webhook-deliveries", "webhooks", ADMIN, ADMIN),
          new Line("data-requests", "data_requests", ADMIN, ADMIN),
          new Line("sandbox/dates", "sandbox", VIEWER, null),
          new Line("sandbox", "sandbox", VIEWER, MEMBER));

  private Permissions() {}

  /// What a signed-in request needs; empty if nobody may.
  ///
  /// @param method the HTTP method
  /// @param path the request's path
  static Optional<Need> needed(String method, String path) {
    String asked;
    if (path.startsWith(API)) {
      asked = path.substring(API.length());
    } else if (path.startsWith(EARLIER)) {
      asked = path.substring("/api/".length());
    } else {
      return Optional.empty();
    }
    return TABLE.stream()
        .filter(line -> line.fits(asked))
        .findFirst()
        .map(line -> need(line, method.equals("GET") || method.equals("HEAD")));
  }

  private static Need need(Line line, boolean looks) {
    Role writes = line.writes();
    boolean reads = looks || writes == null;
    Role role = reads || writes == null ? line.reads() : writes;
    String resource = line.resource();
    return new Need(
        role, resource == null ? null : resource + ":" + (reads ? "read" : line.change()));
  }

  /// All scopes that a program can be given.
  static Set<String> scopes() {
    var all = new TreeSet<String>();
    for (Line line : TABLE) {
      if (line.resource() != null) {
        all.add(line.resource() + ":read");
        if (line.writes() != null) {
          all.add(line.resource() + ":" + line.change());
        }
      }
    }
    return all;
  }
}
