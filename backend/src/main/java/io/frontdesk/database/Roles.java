package io.frontdesk.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// Makes the two logins and the database `frontdesk`, as `db/roles.sql` has them.
public final class Roles {
  private Roles() {}

  /// Makes what is not there yet, and sets the passwords.
  ///
  /// @param superuser a connection with auto-commit on
  public static void create(Connection superuser, String ownerPassword, String appPassword)
      throws SQLException, IOException {
    try (var statement = superuser.createStatement()) {
      statement.execute(
          script()
              .replace(":'owner_password'", statement.enquoteLiteral(ownerPassword))
              .replace(":'app_password'", statement.enquoteLiteral(appPassword)));
      var databases = statement.executeQuery("select from pg_database where datname = 'frontdesk'");
      if (!databases.next()) {
        statement.execute(
            """
            create database frontdesk owner frontdesk_owner template template0 encoding 'UTF8'
              locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'
            """);
      }
    }
  }

  private static String script() throws IOException {
    try (var in = Roles.class.getResourceAsStream("/db/roles.sql")) {
      if (in == null) {
        throw new FileNotFoundException("db/roles.sql on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
