package io.frontdesk.database;

import io.micronaut.context.exceptions.ConfigurationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The two logins of the service: the one that serves, and the one that migrates before that.
///
/// @param app must not see past row-level security
/// @param owner owns the database and all in it
public record Logins(Login app, Login owner) {
  private static final String APP = "DATABASE_URL";
  private static final String OWNER = "DATABASE_MIGRATION_URL";
  private static final int POOL_SIZE = 20;

  /// Whoever waits for longer is told that the database is away: callers wait, too.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  /// The logins that the environment names; empty if it names none and the embedded database is
  /// wanted.
  ///
  /// @throws ConfigurationException if one is missing that must be there, or cannot be used
  public static Optional<Logins> named(Map<String, String> environment) {
    var app = environment.getOrDefault(APP, "");
    var owner = environment.getOrDefault(OWNER, "");
    var production = "production".equals(environment.get("FRONTDESK_MODE"));
    if (app.isBlank() && owner.isBlank() && !production) {
      return Optional.empty();
    }
    if (app.isBlank()) {
      throw missing(APP, "the login frontdesk_app", production ? "in production" : "with " + OWNER);
    }
    if (owner.isBlank()) {
      throw missing(
          OWNER,
          "the login of the database's owner, who migrates it",
          production ? "in production" : "with " + APP);
    }
    var logins = new Logins(DatabaseUrl.parse(APP, app), DatabaseUrl.parse(OWNER, owner));
    logins.owner.check(OWNER);
    logins.app.check(APP);
    logins.refuseOmnipotence();
    return Optional.of(logins);
  }

  /// The settings of the pool and of the migrations.
  public Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", app.url());
    properties.put("datasources.default.username", app.user());
    properties.put("datasources.default.password", app.password());
    properties.put("datasources.default.driver-class-name", "org.postgresql.Driver");
    properties.put("datasources.default.dialect", "POSTGRES");
    properties.put("datasources.default.maximum-pool-size", POOL_SIZE);
    properties.put("datasources.default.connection-timeout", PATIENCE.toMillis());
    // A machine that vanished says nothing: whoever waits for its answer is not kept for minutes.
    properties.put(
        "datasources.default.data-source-properties.socketTimeout", LONGEST_ANSWER.toSeconds());
    properties.put("datasources.default.data-source-properties.tcpKeepAlive", "true");
    // Not "default": migrations would then run once more as the serving login.
    properties.put("flyway.datasources.owner.enabled", true);
    properties.put("flyway.datasources.owner.url", owner.url());
    properties.put("flyway.datasources.owner.user", owner.user());
    properties.put("flyway.datasources.owner.password", owner.password());
    return properties;
  }

  private void refuseOmnipotence() {
    try (var connection = app.connect();
        var statement = connection.createStatement();
        var role =
            statement.executeQuery(
                "select from pg_roles where rolname = current_user and (rolsuper or"
                    + " rolbypassrls)")) {
      if (role.next()) {
        throw new ConfigurationException(
            ("%s logs in as %s, who sees through row-level security: use a role that is no"
                    + " superuser and has no BYPASSRLS, like frontdesk_app.")
                .formatted(APP, app.user()));
      }
    } catch (SQLException e) {
      throw new ConfigurationException("%s: %s".formatted(APP, e.getMessage()), e);
    }
  }

  private static ConfigurationException missing(String variable, String what, String when) {
    return new ConfigurationException("%s (%s) must be set %s.".formatted(variable, what, when));
  }
}
