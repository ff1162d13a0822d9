package io.frontdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.ApiDocument.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Holds every answer that a test gets to the API's document: what succeeds does it with a status
/// that the document knows.
final class Documented {
  private static final Map<String, Map<Pattern, Set<String>>> STATUSES = new HashMap<>();

  static {
    for (Operation operation : ApiDocument.compiled().operations()) {
      var statuses = new TreeSet<String>();
      operation.json().path("responses").fieldNames().forEachRemaining(statuses::add);
      STATUSES
          .computeIfAbsent(operation.method(), _ -> new HashMap<>())
          .put(Pattern.compile(operation.path().replaceAll("\\{[^}]+}", "[^/]+")), statuses);
    }
  }

  private Documented() {}

  static void check(String method, String path, int status) {
    if (status >= 300) {
      return;
    }
    STATUSES
        .getOrDefault(method, Map.of())
        .forEach(
            (pattern, statuses) -> {
              if (pattern.matcher(path).matches()) {
                assertThat(statuses)
                    .as("statuses of %s %s in the document", method, path)
                    .contains(Integer.toString(status));
              }
            });
  }
}
