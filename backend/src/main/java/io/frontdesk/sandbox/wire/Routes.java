package io.frontdesk.sandbox.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a server answers to, by path. Patterns are literal but for `{name}`, which matches within
/// one segment: `/Accounts/{sid}.json`.
final class Routes<T> {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final List<Entry<T>> entries = new ArrayList<>();

  private record Entry<T>(String method, Pattern path, List<String> names, T target) {}

  record Match<T>(T target, Map<String, String> parameters) {}

  void add(String method, String pattern, T target) {
    var names = new ArrayList<String>();
    var regex = new StringBuilder();
    var at = 0;
    for (var parameter = PARAMETER.matcher(pattern); parameter.find(); at = parameter.end()) {
      regex.append(Pattern.quote(pattern.substring(at, parameter.start()))).append("([^/]+)");
      names.add(parameter.group(1));
    }
    regex.append(Pattern.quote(pattern.substring(at)));
    entries.add(new Entry<>(method, Pattern.compile(regex.toString()), List.copyOf(names), target));
  }

  Optional<Match<T>> find(String method, String path) {
    for (var entry : entries) {
      var matcher = entry.path.matcher(path);
      if (entry.method.equals(method) && matcher.matches()) {
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < entry.names.size(); i++) {
          parameters.put(entry.names.get(i), matcher.group(i + 1));
        }
        return Optional.of(new Match<>(entry.target, Map.copyOf(parameters)));
      }
    }
    return Optional.empty();
  }

  /// The methods served at a path; empty if nothing is.
  List<String> methods(String path) {
    return entries.stream()
        .filter(entry -> entry.path.matcher(path).matches())
        .map(Entry::method)
        .toList();
  }
}
