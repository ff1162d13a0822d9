package io.frontdesk.database;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL for one machine, in a folder. It listens on the loopback address alone and
/// asks every login for a password; what is committed survives a crash.
///
/// Its server process is a daemon and outlives a killed service: the next start takes it over.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration TAKE_OVER_WITHIN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ATTEMPTS = 5;

  private final PostgresBinaries binaries;
  private final Cluster cluster;
  private final Durability durability;
  private final int port;

  private EmbeddedDatabase(PostgresBinaries binaries, Cluster cluster, Durability durability)
      throws IOException {
    this.binaries = binaries;
    this.cluster = cluster;
    this.durability = durability;
    var running = takeOver();
    this.port = running.isPresent() ? running.getAsInt() : launch();
  }

  /// Starts the database of a data folder, makes it first when it is not there, or takes over the
  /// server that a killed service left running. The caller must hold the folder.
  ///
  /// @throws ConfigurationException if that cannot be; the message says what to do
  public static EmbeddedDatabase start(Path folder, Durability durability) {
    return start(folder, folder, durability);
  }

  /// The same with PostgreSQL's programs in a folder that other databases may share.
  static EmbeddedDatabase start(Path folder, Path programs, Durability durability) {
    try {
      var real = folder.toRealPath();
      var binaries = PostgresBinaries.unpackedIn(programs.toRealPath());
      var cluster = Cluster.openedOrMade(real, binaries, durability);
      var database = new EmbeddedDatabase(binaries, cluster, durability);
      database.makeRoles();
      return database;
    } catch (IOException e) {
      throw new ConfigurationException(
          "The embedded PostgreSQL in %s did not start: %s"
              .formatted(folder, PrivateFiles.reason(e)),
          e);
    }
  }

  /// The logins of the database of a data folder while a service keeps it running; empty if none
  /// does. The caller need not hold the folder.
  public static Optional<Logins> running(Path folder) {
    try {
      var path = Cluster.path(folder.toRealPath());
      var server = Postmaster.of(path).filter(Postmaster::isAlive);
      return server.isEmpty()
          ? Optional.empty()
          : Optional.of(logins(server.get().port(), Cluster.passwords(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public Logins logins() {
    return logins(port, cluster.passwords());
  }

  /// May make more databases beside the service's.
  Login superuser() {
    return login(port);
  }

  private static Logins logins(int port, Passwords passwords) {
    return new Logins(
        Login.to(LOOPBACK, port, "frontdesk", "frontdesk_app", passwords.app()),
        Login.to(LOOPBACK, port, "frontdesk", "frontdesk_owner", passwords.owner()));
  }

  /// Stops the server and waits until it has.
  @Override
  public void close() {
    try {
      stop("fast");
    } catch (IOException e) {
      LOG.warn("PostgreSQL in {} did not stop: {}", cluster.path(), e.getMessage());
    }
  }

  private void makeRoles() throws IOException {
    try (var superuser = login(port).connect()) {
      Roles.create(superuser, cluster.passwords().owner(), cluster.passwords().app());
    } catch (SQLException e) {
      close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private OptionalInt takeOver() throws IOException {
    var giveUpAt = System.nanoTime() + TAKE_OVER_WITHIN.toNanos();
    while (true) {
      var found = Postmaster.of(cluster.path());
      if (found.isEmpty() || !found.get().isAlive()) {
        Postmaster.forget(cluster.path());
        return OptionalInt.empty();
      }
      if (answersAt(found.get().port())) {
        LOG.info(
            "Took over the PostgreSQL that an earlier run left, process {}", found.get().pid());
        return OptionalInt.of(found.get().port());
      }
      if (System.nanoTime() > giveUpAt) {
        stop("immediate");
      }
      pause();
    }
  }

  /// Starts the server, again if another program was quicker to take the port, or if processes of a
  /// killed server have not gone yet.
  private int launch() throws IOException {
    for (var attempt = 1; ; attempt++) {
      var free = freePort();
      try {
        binaries.run(
            "pg_ctl",
            "start",
            "--silent",
            "--wait",
            "--timeout=600",
            "--pgdata=" + cluster.path(),
            "--log=" + cluster.log(),
            "--options=" + options(free));
        return free;
      } catch (PostgresFailed e) {
        if (attempt == ATTEMPTS) {
          throw new IOException(
              "%s (its last words in %s: %s)"
                  .formatted(e.getMessage(), cluster.log(), cluster.lastWords()),
              e);
        }
        pause();
      }
    }
  }

  private void stop(String mode) throws IOException {
    binaries.run(
        "pg_ctl",
        "stop",
        "--silent",
        "--wait",
        "--timeout=60",
        "--pgdata=" + cluster.path(),
        "--mode=" + mode);
  }

  private String options(int port) {
    var settings =
        List.of(
            "listen_addresses=" + LOOPBACK,
            "port=" + port,
            "unix_socket_directories=",
            "max_connections=" + durability.connections(),
            "fsync=" + durability.sync(),
            "synchronous_commit=" + durability.sync(),
            "full_page_writes=" + durability.sync(),
            "timezone=UTC",
            "log_checkpoints=off",
            // The service tells of its errors itself; here their details would be written down.
            "log_min_messages=log");
    return "-c " + String.join(" -c ", settings);
  }

  private boolean answersAt(int port) {
    try (var connection = login(port).connect();
        var statement = connection.createStatement();
        var answer = statement.executeQuery("show data_directory")) {
      return answer.next() && cluster.path().toString().equals(answer.getString(1));
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Login login(int port) {
    return Login.to(LOOPBACK, port, "postgres", "postgres", cluster.passwords().superuser());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
    }
  }
}
