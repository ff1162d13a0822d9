package io.frontdesk.database;

import io.micronaut.context.exceptions.ConfigurationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// One role's way into one database.
///
/// @param url of JDBC, without the role and its password
public record Login(String url, String user, String password) {
  private static final String CONNECT_TIMEOUT_S = "10";

  /// A login over TCP.
  static Login to(String host, int port, String database, String user, String password) {
    return new Login("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), user, password);
  }

  /// Opens a connection of its own, outside any pool.
  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", CONNECT_TIMEOUT_S);
    return DriverManager.getConnection(url, properties);
  }

  /// Tries the login once.
  ///
  /// @param variable the environment variable that it came from
  /// @throws ConfigurationException saying what the server said
  void check(String variable) {
    try (var connection = connect()) {
      connection.isValid(0);
    } catch (SQLException e) {
      throw new ConfigurationException(
          "%s: cannot log in to %s as %s: %s".formatted(variable, url, user, e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return "%s as %s".formatted(url, user);
  }
}
