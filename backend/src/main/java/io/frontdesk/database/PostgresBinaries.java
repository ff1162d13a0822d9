package io.frontdesk.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.exceptions.ConfigurationException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked from the jar of this machine's platform.
///
/// @param folder holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {
  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /// Unpacks the programs below the folder, unless they are there already. The name of the new
  /// folder is the archive's digest; it appears only when it is complete.
  ///
  /// @throws ConfigurationException if there are no programs for this platform
  static PostgresBinaries unpackedIn(Path parent) throws IOException {
    var archive = archive();
    var folder = parent.resolve("postgres-binaries-" + digest(archive));
    if (Files.notExists(folder)) {
      var unfinished = parent.resolve(folder.getFileName() + ".unfinished");
      PrivateFiles.delete(unfinished);
      unpack(archive, unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  /// The major version of these programs, for example `18`.
  String major() throws IOException {
    var printed = run("postgres", "--version");
    var version = VERSION.matcher(printed);
    if (!version.find()) {
      throw new IOException("postgres --version: " + printed);
    }
    return version.group(1);
  }

  /// Runs one program to its end.
  ///
  /// @return what it printed
  /// @throws PostgresFailed with what it printed, if its exit code is not zero
  String run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    var root = OS.startsWith("linux") && "root".equals(System.getProperty("user.name"));
    if (root) {
      command.addAll(List.of("unshare", "--user")); // PostgreSQL refuses to run as root
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        if (root && output.contains("unshare failed")) {
          throw new ConfigurationException(
              "PostgreSQL does not run as root, and this machine does not let root make a user"
                  + " namespace for it: start Frontdesk as another user, or name a PostgreSQL"
                  + " server with DATABASE_URL and DATABASE_MIGRATION_URL.");
        }
        throw new PostgresFailed(program, output);
      }
      return output;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + program, e);
    }
  }

  private static byte[] archive() throws IOException {
    var system = OS.startsWith("mac") ? "Darwin" : OS.startsWith("win") ? "Windows" : "Linux";
    var machine = System.getProperty("os.arch");
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system, "amd64".equals(machine) ? "x86_64" : machine)) {
      return in.readAllBytes();
    } catch (IllegalStateException missing) {
      throw new ConfigurationException(
          ("There is no embedded PostgreSQL for %s on %s: name a PostgreSQL server with"
                  + " DATABASE_URL and DATABASE_MIGRATION_URL.")
              .formatted(System.getProperty("os.name"), machine),
          missing);
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    PrivateFiles.createFolders(folder);
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          target.toFile().setExecutable((entry.getMode() & 0100) != 0);
        }
      }
    }
  }

  private static String digest(byte[] archive) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
