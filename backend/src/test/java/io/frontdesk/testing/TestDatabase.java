package io.frontdesk.testing;

import io.frontdesk.database.Login;
import io.frontdesk.database.Logins;
import io.frontdesk.database.Roles;
import io.frontdesk.database.ThrowawayServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/// The tests' own PostgreSQL, one for the whole JVM, in a container where Docker answers, else the
/// embedded one; and in it a database for each who wants one. They are copies of the first, which
/// is migrated and then left alone.
public final class TestDatabase {
  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final Server SERVER = started();
  private static final Logins LOGINS = another();

  private TestDatabase() {}

  /// @param first of the database that is copied
  private record Server(Login superuser, Logins first) {}

  /// The settings with which an application context uses this database, as frontdesk_app.
  public static Map<String, Object> properties() {
    return LOGINS.properties();
  }

  /// The service's login and the owner's.
  public static Logins logins() {
    return LOGINS;
  }

  /// One more, with the schema and nothing in it, for whoever cannot share.
  public static synchronized Logins another() {
    var name = "frontdesk_" + COPIES.incrementAndGet();
    try (var connection = SERVER.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create database %s owner frontdesk_owner template frontdesk".formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Logins(of(name, SERVER.first().app()), of(name, SERVER.first().owner()));
  }

  private static Login of(String database, Login login) {
    return new Login(
        login.url().replaceFirst("/frontdesk$", "/" + database), login.user(), login.password());
  }

  private static Server started() {
    var server = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    var owner = server.first().owner();
    Flyway.configure().dataSource(owner.url(), owner.user(), owner.password()).load().migrate();
    return server;
  }

  private static Server embedded() {
    var server = ThrowawayServer.start();
    return new Server(server.superuser(), server.logins());
  }

  private static Server container() {
    var container =
        new PostgreSQLContainer<>("postgres:18")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=400");
    container.start();
    var superuser =
        new Login(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    try (var connection = superuser.connect()) {
      Roles.create(connection, "owner", "app");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    var url =
        "jdbc:postgresql://%s:%d/frontdesk"
            .formatted(
                container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    return new Server(
        superuser,
        new Logins(
            new Login(url, "frontdesk_app", "app"), new Login(url, "frontdesk_owner", "owner")));
  }
}
