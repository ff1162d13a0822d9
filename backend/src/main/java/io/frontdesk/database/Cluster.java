package io.frontdesk.database;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's data folder with the passwords in it. It appears under its name only when it is
/// complete, so a half-finished one is never mistaken for data.
///
/// @param path its real path
/// @param log what the server says of itself
record Cluster(Path path, Path log, Passwords passwords) {
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String UNFINISHED = "postgres-unfinished-";
  private static final String PASSWORDS = "frontdesk-passwords";

  /// The cluster of a data folder, made if there is none.
  ///
  /// @throws ConfigurationException if what is there cannot be used with these programs
  static Cluster openedOrMade(Path folder, PostgresBinaries binaries, Durability durability)
      throws IOException {
    var path = path(folder);
    var version = path.resolve("PG_VERSION");
    if (Files.notExists(version)) {
      make(folder, binaries, durability);
    }
    refuseOtherVersion(Files.readString(version).strip(), binaries.major(), path);
    return new Cluster(path, folder.resolve("postgres.log"), passwords(path));
  }

  /// Where the cluster of a data folder is.
  static Path path(Path folder) {
    return folder.resolve("postgres");
  }

  /// The passwords that are in the cluster at `path`.
  static Passwords passwords(Path path) throws IOException {
    return Passwords.readFrom(path.resolve(PASSWORDS));
  }

  /// The end of the log, in one line.
  String lastWords() throws IOException {
    var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static void make(Path folder, PostgresBinaries binaries, Durability durability)
      throws IOException {
    var path = path(folder);
    refuseSomethingElse(path);
    LOG.info("Making a new database in {}", path);
    removeUnfinished(folder);
    var unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
    PrivateFiles.createFolders(unfinished);
    var passwords = Passwords.random();
    var superuser = folder.resolve(unfinished.getFileName() + ".password");
    PrivateFiles.write(superuser, passwords.superuser());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--pwfile=" + superuser,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    if (durability == Durability.THROWAWAY) {
      arguments.add("--no-sync");
    }
    binaries.run("initdb", arguments.toArray(String[]::new));
    passwords.writeTo(unfinished.resolve(PASSWORDS));
    Files.delete(superuser);
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    if (durability == Durability.DURABLE) {
      try (var parent = FileChannel.open(folder)) {
        parent.force(true);
      }
    }
  }

  /// What a killed start left behind. An `initdb` that outlived it writes to a folder of its own.
  private static void removeUnfinished(Path folder) {
    try (var leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (var leftover : leftovers) {
        PrivateFiles.delete(leftover);
      }
    } catch (IOException e) {
      LOG.debug("Some of {}* stays in {}", UNFINISHED, folder, e);
    }
  }

  private static void refuseSomethingElse(Path path) throws IOException {
    if (Files.notExists(path)) {
      return;
    }
    try (var content = Files.newDirectoryStream(path)) {
      if (content.iterator().hasNext()) {
        throw new ConfigurationException(
            "%s is not empty but holds no PostgreSQL data: move it away.".formatted(path));
      }
    }
  }

  private static void refuseOtherVersion(String written, String ours, Path path) {
    if (!written.equals(ours)) {
      throw new ConfigurationException(
          ("The data in %s was written by PostgreSQL %s, and this Frontdesk runs PostgreSQL %s:"
                  + " dump it with the Frontdesk that wrote it, or move the folder away to begin"
                  + " anew.")
              .formatted(path, written, ours));
    }
  }
}
