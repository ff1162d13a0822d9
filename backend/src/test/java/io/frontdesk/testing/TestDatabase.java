package io.frontdesk.testing;

import io.frontdesk.database.Durability;
import io.frontdesk.database.EmbeddedDatabase;
import io.frontdesk.database.Login;
import io.frontdesk.database.Logins;
import io.frontdesk.database.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/// The tests' own PostgreSQL, one for the whole JVM: in a container where Docker answers, else the
/// embedded one.
public final class TestDatabase {
  private static final Logins LOGINS = another();

  private TestDatabase() {}

  /// The settings with which an application context uses this database, as frontdesk_app.
  public static Map<String, Object> properties() {
    return LOGINS.properties();
  }

  /// The service's login and the owner's. The schema is there once a context has started.
  public static Logins logins() {
    return LOGINS;
  }

  /// An empty one more, for whoever cannot share; it lives as long as the JVM.
  public static Logins another() {
    return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
  }

  private static Logins container() {
    var container = new PostgreSQLContainer<>("postgres:18");
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
    return new Logins(
        new Login(url, "frontdesk_app", "app"), new Login(url, "frontdesk_owner", "owner"));
  }

  private static Logins embedded() {
    try {
      var folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "database");
      var database = EmbeddedDatabase.start(folder.toRealPath(), Durability.THROWAWAY);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, folder)));
      return database.logins();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(EmbeddedDatabase database, Path folder) {
    database.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
