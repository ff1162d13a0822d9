package io.frontdesk.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// An embedded PostgreSQL that is gone with the JVM.
public final class ThrowawayServer {
  private final EmbeddedDatabase database;

  private ThrowawayServer(EmbeddedDatabase database) {
    this.database = database;
  }

  public static ThrowawayServer start() {
    try {
      var folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "database")
              .toRealPath();
      var database = EmbeddedDatabase.start(folder, Durability.THROWAWAY);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, folder)));
      return new ThrowawayServer(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The service's logins of its first database.
  public Logins logins() {
    return database.logins();
  }

  public Login superuser() {
    return database.superuser();
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
