package io.frontdesk.database;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir private static Path programs;

  private Path folder;

  @BeforeEach
  void inAFolderWithASpaceInItsName(@TempDir Path parent) throws Exception {
    folder = Files.createDirectory(parent.toRealPath().resolve("my data"));
  }

  @AfterEach
  void stopWhatStillRuns() throws Exception {
    for (var left : Postmaster.of(cluster()).stream().toList()) {
      ProcessHandle.of(left.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void isAsDurableAsAnyOtherAndListensToThisMachineAlone() throws Exception {
    try (var database = EmbeddedDatabase.start(folder, programs, Durability.DURABLE)) {
      assertThat(
              Stream.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
                  .map(name -> setting(database, name)))
          .containsOnly("on");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void keepsWhatWasCommittedAcrossAStop() throws Exception {
    try (var database = start()) {
      commit(database, "before");
    }

    try (var again = start()) {
      assertThat(committed(again)).containsExactly("before");
    }
  }

  @Test
  void takesOverTheServerThatAKilledServiceLeft() throws Exception {
    var killed = start();
    commit(killed, "before");
    var left = Postmaster.of(cluster()).orElseThrow();

    try (var next = start()) {
      assertThat(Postmaster.of(cluster())).contains(left);
      assertThat(committed(next)).containsExactly("before");
    }
    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void recoversWhenTheServerWasKilledToo() throws Exception {
    commit(EmbeddedDatabase.start(folder, programs, Durability.DURABLE), "before");
    var left = Postmaster.of(cluster()).orElseThrow();
    ProcessHandle.of(left.pid()).orElseThrow().destroyForcibly();
    Awaitility.await().until(() -> !left.isAlive());

    try (var next = start()) {
      assertThat(committed(next)).containsExactly("before");
    }
  }

  @Test
  void leavesAloneAStrangerWhoHasTheProcessNumberOfADeadServer() throws Exception {
    start().close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    Files.write(
        cluster().resolve("postmaster.pid"),
        List.of(Long.toString(stranger.pid()), cluster().toString(), "1763680000", "5432"));

    try (var database = start()) {
      assertThat(setting(database, "port")).isNotEqualTo("5432");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aHalfMadeDatabaseIsMadeAnew() throws Exception {
    var half = Files.createDirectory(folder.resolve("postgres-unfinished-1"));
    Files.writeString(half.resolve("PG_VERSION"), "18\n");

    try (var database = start()) {
      assertThat(half).doesNotExist();
      assertThat(setting(database, "port")).isNotEmpty();
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndKept() throws Exception {
    var precious = Files.createDirectory(cluster()).resolve("precious");
    Files.writeString(precious, "words");

    assertThatThrownBy(this::start)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("%s is not empty but holds no PostgreSQL data: move it away.", cluster());
    assertThat(precious).hasContent("words");
  }

  @Test
  void nobodyGetsInWithoutAPassword() throws Exception {
    try (var database = start()) {
      var app = database.logins().app();
      for (var user : List.of("postgres", "frontdesk_owner", "frontdesk_app", "root")) {
        assertThatThrownBy(() -> new Login(app.url(), user, "guess").connect())
            .isInstanceOf(SQLException.class)
            .hasMessage("FATAL: password authentication failed for user \"%s\"", user);
      }
    }
    assertThat(Files.getPosixFilePermissions(cluster().resolve("frontdesk-passwords")))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
  }

  @Test
  void theServiceOwnsNothingAndMayMakeNothing() throws Exception {
    try (var database = start();
        var app = database.logins().app().connect();
        var statement = app.createStatement()) {
      var role =
          statement.executeQuery(
              """
              select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication,
                exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o')
              from pg_roles r where rolname = current_user
              """);
      assertThat(role.next()).isTrue();
      assertThat(role.getBoolean(1)).isFalse();
      assertThat(role.getBoolean(2)).isFalse();

      for (var sql : List.of("create table mine (id int)", "create schema mine")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, programs, Durability.THROWAWAY);
  }

  private Path cluster() {
    return folder.resolve("postgres");
  }

  private static String setting(EmbeddedDatabase database, String name) {
    return query(database, "show " + name).getFirst();
  }

  private static void commit(EmbeddedDatabase database, String words) throws SQLException {
    try (var connection = database.logins().owner().connect();
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (words text)");
      statement.execute("insert into kept values (%s)".formatted(statement.enquoteLiteral(words)));
    }
  }

  private static List<String> committed(EmbeddedDatabase database) {
    return query(database, "select words from kept");
  }

  private static List<String> query(EmbeddedDatabase database, String query) {
    try (var connection = database.logins().owner().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      List<String> answers = new ArrayList<>();
      while (row.next()) {
        answers.add(row.getString(1));
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
