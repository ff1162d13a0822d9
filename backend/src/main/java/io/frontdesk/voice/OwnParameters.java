package io.frontdesk.voice;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an address of ours says that Twilio asks, for the one that is to be asked in its place.
final class OwnParameters {
  private OwnParameters() {}

  /// A query with these parameters and those of the address, but for others of the same names.
  static String with(HttpRequest<?> asked, Set<String> replaced, Stream<String> others) {
    Stream<String> kept =
        asked.getParameters().asMap().entrySet().stream()
            .filter(one -> isOurs(one.getKey()) && !replaced.contains(one.getKey()))
            .filter(one -> !one.getValue().isEmpty())
            .map(one -> pair(one.getKey(), one.getValue().getFirst()));
    return Stream.concat(kept, others).collect(Collectors.joining("&", "?", ""));
  }

  static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Twilio's own, which come in the address where it asks by GET, begin with a capital letter.
  private static boolean isOurs(String name) {
    return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
  }
}
