package io.frontdesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A server process as its `postmaster.pid` tells of it. The file outlives a crash of the
/// machine, so its process number may belong to another program by now.
/// Source: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/utils/pidfile.h
record Postmaster(Path cluster, long pid, int port) {
  private static final String FILE = "postmaster.pid";

  /// What the file says; empty if there is none, or it is not written to its end.
  static Optional<Postmaster> of(Path cluster) throws IOException {
    try {
      var lines = Files.readAllLines(cluster.resolve(FILE));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  cluster,
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether its process still runs, and not another one under its number.
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains(cluster.toString()))
        .isPresent();
  }

  /// Removes the file that a dead server left behind.
  static void forget(Path cluster) throws IOException {
    Files.deleteIfExists(cluster.resolve(FILE));
  }
}
