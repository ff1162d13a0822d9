package io.frontdesk.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the database says of itself, and what docs/tenancy.md says of it.
final class Catalog {
  private static final Path PAGE = Path.of("..", "docs", "tenancy.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private Catalog() {}

  /// The first column of every row.
  static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(String.valueOf(rows.getString(1)));
      }
      return all;
    }
  }

  /// What the service's role may do with each table of a schema.
  static Map<String, String> grants(Connection connection, String schema) throws SQLException {
    var grants = new TreeMap<String, String>();
    for (String line :
        column(
            connection,
            """
            select c.relname || '|' || coalesce(
                (select string_agg(lower(g.privilege_type), ', '
                          order by array_position(
                            array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], g.privilege_type),
                          g.privilege_type)
                   from aclexplode(c.relacl) g where g.grantee = 'frontdesk_app'::regrole), '')
              from pg_class c
              where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'p')\
            """
                .formatted(schema))) {
      String[] parts = line.split("\\|", -1);
      grants.put(parts[0], parts[1]);
    }
    return grants;
  }

  /// The second cell of each line of the table under a heading of the page, by the names that its
  /// first cell holds.
  static Map<String, String> page(String heading) {
    var cells = new TreeMap<String, String>();
    section(heading)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .forEach(
            line ->
                NAME.matcher(line.get(1))
                    .results()
                    .forEach(name -> cells.put(name.group(1), line.get(2))));
    return cells;
  }

  private static String section(String heading) {
    try {
      String page = Files.readString(PAGE);
      int start = page.indexOf("\n## " + heading + "\n");
      if (start < 0) {
        throw new IllegalStateException("docs/tenancy.md has no heading " + heading);
      }
      int end = page.indexOf("\n## ", start + 1);
      return page.substring(start, end < 0 ? page.length() : end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
