package io.frontdesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The paths that docs/api.md names, in its shorthand: `GET/POST /leads` stands for a list and what
/// is done with one of it, `…/test` goes on from the path before, and a path without a method takes
/// the method before. A WebSocket (`WS`) begins with a GET.
record Contract(List<Entry> entries) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAMED =
      Pattern.compile("^(?:((?:[A-Z]+[/|]?)+) ?)?((?:/|…)[^ ?→]*)?");

  /// @param path a regular expression
  private record Entry(List<String> methods, Pattern path) {}

  static Contract read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> methods = List.of("GET");
      String last = "";
      var spans = CODE.matcher(line.replace("\\|", "|"));
      while (spans.find()) {
        var named = NAMED.matcher(spans.group(1));
        if (!named.find()
            || (named.group(1) == null && named.group(2) == null)
            || spans.group(1).contains("*")) {
          continue;
        }
        methods =
            named.group(1) == null
                ? methods
                : List.of(named.group(1).replace("WS", "GET").split("[/|]"));
        last = named.group(2) == null ? last : whole(named.group(2), last);
        entries.add(new Entry(methods, expression(last)));
      }
    }
    return new Contract(entries);
  }

  /// @param route for example `PATCH /api/v1/leads/{id}`
  boolean names(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(route.indexOf(' ') + 1);
    return entries.stream()
        .anyMatch(
            entry -> entry.methods().contains(method) && entry.path().matcher(path).matches());
  }

  private static String whole(String path, String last) {
    if (path.startsWith("…")) {
      String first = last.replaceFirst("^((?:/api/v1)?/[^/]+).*", "$1");
      return first + ".*" + path.substring(1);
    }
    return path.startsWith("/api/") || path.startsWith("/.") ? path : "/api/v1" + path;
  }

  /// Variables match whatever they are called; `{a|b}` is a variable too, `a|b` at the end a
  /// choice.
  private static Pattern expression(String path) {
    String withoutVariables = path.replaceAll("\\{[^}]*}", "{}");
    int end = withoutVariables.lastIndexOf('/') + 1;
    return Pattern.compile(
        withoutVariables.substring(0, end).replace("{}", "\\{[^}]+}")
            + "("
            + withoutVariables.substring(end).replace("{}", "\\{[^}]+}")
            + ")(/\\{[^}]+})?");
  }
}
