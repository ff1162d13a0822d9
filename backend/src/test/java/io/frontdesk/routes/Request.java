package io.frontdesk.routes;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An operation with everything that it needs.
///
/// @param path with its query
record Request(Operation operation, String path, Optional<String> body) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  /// The operation's path up to and with each of its variables.
  static List<String> prefixes(Operation operation) {
    var prefixes = new ArrayList<String>();
    Matcher variable = VARIABLE.matcher(operation.path());
    while (variable.find()) {
      prefixes.add(operation.path().substring(0, variable.end()));
    }
    return prefixes;
  }

  Answer by(Api api) {
    return api.send(operation.method(), path, body.orElse(null), headers());
  }

  /// Sends the body as it is written, single quotes and all.
  Answer exactlyBy(Api api) {
    return api.sendExactly(operation.method(), path, body.orElse(null), headers());
  }

  private Map<String, String> headers() {
    return Bodies.takesFile(operation) ? Map.of("Content-Type", "text/plain") : Map.of();
  }

  /// The same about something else.
  Request about(String id, String other) {
    return new Request(operation, path.replace(id, other), body);
  }

  /// The same with one more parameter in its query.
  Request with(String parameter, String value) {
    return new Request(
        operation, path + (path.contains("?") ? "&" : "?") + parameter + "=" + value, body);
  }

  Request with(String json) {
    return new Request(operation, path, Optional.of(json));
  }

  /// The id that the path's first variable has here.
  String id() {
    String pattern = VARIABLE.matcher(operation.path()).replaceAll("([^/?]+)") + ".*";
    Matcher matcher = Pattern.compile(pattern).matcher(path);
    if (!matcher.matches()) {
      throw new IllegalStateException(path);
    }
    return matcher.group(1);
  }
}
