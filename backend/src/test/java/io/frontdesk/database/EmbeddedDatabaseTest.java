package io.frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void isAsDurableAsAnyOtherAndKeepsItsData() throws Exception {
    try (var database = EmbeddedDatabase.start(folder, Durability.DURABLE)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "full_page_writes")).isEqualTo("on");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      execute(database, "create table kept (words text)", "insert into kept values ('here')");
    }

    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    try (var again = EmbeddedDatabase.start(folder, Durability.DURABLE)) {
      assertThat(value(again.logins().owner(), "select words from kept")).isEqualTo("here");
    }
  }

  private static String setting(EmbeddedDatabase database, String name) throws SQLException {
    return value(database.logins().app(), "show " + name);
  }

  private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
    try (var connection = database.logins().owner().connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String value(Login login, String query) throws SQLException {
    try (var connection = login.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
