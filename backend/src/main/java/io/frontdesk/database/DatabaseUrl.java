package io.frontdesk.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what `DATABASE_URL` may say:
/// `postgres://user:password@host:5432/database?sslmode=require`, or the same with
/// `jdbc:postgresql:` and `?user=USER&password=PASSWORD`.
/// Source: https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS
final class DatabaseUrl {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?]*)@)?(?<hosts>[^/?@]+)/(?<database>[^/?]+)"
              + "(?:\\?(?<query>.*))?");

  private DatabaseUrl() {}

  /// @param variable the environment variable that it came from
  /// @throws ConfigurationException if it is not of that shape; the message does not repeat the
  ///     password
  static Login parse(String variable, String text) {
    var parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      throw malformed(variable);
    }
    var login = parts.group("login");
    var colon = login == null ? -1 : login.indexOf(':');
    var user =
        login == null ? "" : decoded(variable, colon < 0 ? login : login.substring(0, colon));
    var password = colon < 0 || login == null ? "" : decoded(variable, login.substring(colon + 1));
    List<String> options = new ArrayList<>();
    var query = parts.group("query") == null ? "" : parts.group("query");
    for (var option : query.split("&", -1)) {
      if (option.startsWith("user=")) {
        user = decoded(variable, option.substring("user=".length()));
      } else if (option.startsWith("password=")) {
        password = decoded(variable, option.substring("password=".length()));
      } else if (!option.isBlank()) {
        options.add(option);
      }
    }
    if (user.isEmpty()) {
      throw malformed(variable);
    }
    var rest = options.isEmpty() ? "" : "?" + String.join("&", options);
    return new Login(
        "jdbc:postgresql://%s/%s%s".formatted(parts.group("hosts"), parts.group("database"), rest),
        user,
        password);
  }

  private static String decoded(String variable, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(variable);
    }
  }

  private static ConfigurationException malformed(String variable) {
    return new ConfigurationException(
        ("%s must look like postgres://user:password@host:5432/database, or"
                + " jdbc:postgresql://host:5432/database?user=USER&password=PASSWORD; write special"
                + " characters as %%XX.")
            .formatted(variable));
  }
}
