package io.frontdesk.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/// An embedded PostgreSQL that is gone with the JVM.
public final class ThrowawayServer {
  private static final Path TARGET = Path.of("target");

  private final EmbeddedDatabase database;

  private ThrowawayServer(EmbeddedDatabase database) {
    this.database = database;
  }

  public static ThrowawayServer start() {
    try {
      var folder =
          Files.createTempDirectory(Files.createDirectories(TARGET), "database").toRealPath();
      var database = EmbeddedDatabase.start(folder, shared(), Durability.THROWAWAY);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, folder)));
      return new ThrowawayServer(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Spares a service that starts in this data folder to unpack PostgreSQL's programs, which takes
  /// seconds: those of all tests are there already.
  public static void shareProgramsWith(Path data) {
    try {
      var programs = PostgresBinaries.unpackedIn(shared()).folder();
      var link = data.resolve(programs.getFileName());
      if (Files.isWritable(data) && Files.isDirectory(data) && Files.notExists(link)) {
        Files.createSymbolicLink(link, programs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where PostgreSQL's programs are, unpacked once for all JVMs that run tests.
  private static synchronized Path shared() throws IOException {
    var folder = Files.createDirectories(TARGET.resolve("postgres-programs")).toRealPath();
    try (var file =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = file.lock()) {
      PostgresBinaries.unpackedIn(folder);
      return folder;
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
