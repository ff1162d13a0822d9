package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.Colleague;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A business of its own, with as much of everything as is asked for.
///
/// @param owner signed in
record Premises(RunningService service, Owner owner) {
  private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);

  static Premises open(RunningService service) {
    var premises = new Premises(service, Owner.signUp(service, "Acme"));
    await("the greeting has been made").until(premises::isReady);
    return premises;
  }

  PracticeCalls calls() {
    return new PracticeCalls(service, owner.tenant());
  }

  private boolean isReady() {
    String receptionist = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String greeting = "/api/v1/receptionists/" + receptionist + "/greeting-audio";
    return owner.api().get(greeting).status() == 200;
  }

  /// A session of the owner's that is not the one in use.
  String otherSession() {
    owner.logIn(service.api());
    for (var session : owner.api().get("/api/v1/me/sessions").body().path("data")) {
      if (!session.path("current").asBoolean()) {
        return session.path("id").asText();
      }
    }
    throw new IllegalStateException("the owner has one session only");
  }

  /// One of everything.
  Map<Thing, String> one() {
    var made = new EnumMap<Thing, String>(Thing.class);
    for (Thing thing : Thing.values()) {
      made.put(thing, thing.make(this));
    }
    return made;
  }

  /// A request that this business can make, about rows that were made for it.
  Request request(Operation operation) {
    if (operation.toString().equals("DELETE /api/v1/team/members/me")) {
      // The last one stays.
      Colleague.join(service, owner, "owner");
    }
    return new Request(operation, path(operation), Bodies.of(this, operation));
  }

  private static boolean needsLiveCall(Operation operation) {
    return operation.path().matches("/api/v1/calls/\\{id}/(transfer|hangup|say)");
  }

  /// A call that goes on, and of which the carrier knows.
  private String liveCall() {
    String sid = Thing.PRACTICE_CALL.make(this);
    return await("the call is answered")
        .until(
            () -> {
              for (var call : owner.api().get("/api/v1/calls/active").body().path("data")) {
                if (call.path("call_sid").asText().equals(sid)) {
                  return call.path("id").asText();
                }
              }
              return "";
            },
            id -> !id.isEmpty());
  }

  /// What the operation is about, in the state that it needs.
  private String one(Thing thing, Operation operation) {
    if (needsLiveCall(operation)) {
      return liveCall();
    }
    String id = thing.make(this);
    if (operation.path().endsWith("/unmerge")) {
      var merged =
          owner
              .api()
              .post(
                  "/api/v1/leads/%s/merge".formatted(thing.make(this)),
                  "{'lead_id': '%s'}".formatted(id));
      assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    }
    return id;
  }

  private String path(Operation operation) {
    String path = operation.path();
    for (String prefix : Request.prefixes(operation)) {
      String value =
          Thing.inPath(prefix)
              .map(thing -> one(thing, operation))
              .orElseGet(() -> Thing.inPlace(prefix, this));
      path = path.replaceFirst("\\{[^}]+}", value);
    }
    return path + Bodies.query(operation);
  }

  /// A digest of the rows of this tenant's, by table.
  Map<String, String> rows() {
    return ask(
        """
        select string_agg(format('select %L, md5(string_agg(t::text, '','' order by t::text))'
                || ' from %s t where tenant_id = ?', c.oid::regclass, c.oid::regclass),
            ' union all ')
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
          where c.relkind = 'r'
            and c.relnamespace in ('tenant'::regnamespace, 'platform'::regnamespace)\
        """);
  }

  /// Does something that must change no row of this tenant's. What is going on in the background, a
  /// drill for example, may change some as well: what is done has to change them each time that it
  /// is tried.
  <T> T leftAlone(Supplier<T> work) {
    Instant end = Instant.now().plus(QUIET_WITHIN);
    while (true) {
      var before = rows();
      T result = work.get();
      var after = rows();
      if (before.equals(after)) {
        return result;
      }
      assertThat(Instant.now()).as("rows changed: %s -> %s", before, after).isBefore(end);
    }
  }

  /// The ids of all rows of this tenant's, each with its table.
  Map<String, String> ids() {
    return ask(
        """
        select string_agg(format('select id, %L from %s where tenant_id = ?',
            c.oid::regclass, c.oid::regclass), ' union all ')
          from pg_class c where c.relkind = 'r' and c.relnamespace = 'tenant'::regnamespace
            and c.relname <> 'business'\
        """);
  }

  /// The rows of a query, which another one makes of the catalog, for this tenant.
  private Map<String, String> ask(String metaQuery) {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.createStatement();
        var query = statement.executeQuery(metaQuery)) {
      query.next();
      var pairs = new TreeMap<String, String>();
      try (var rows =
          connection
              .createStatement()
              .executeQuery(query.getString(1).replace("?", "'" + owner.tenant() + "'"))) {
        while (rows.next()) {
          pairs.put(rows.getString(1), String.valueOf(rows.getString(2)));
        }
      }
      return pairs;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
