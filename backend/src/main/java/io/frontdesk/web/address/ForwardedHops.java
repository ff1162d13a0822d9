package io.frontdesk.web.address;

import io.micronaut.http.HttpHeaders;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom proxies say that they forward for. Whatever is no address, such as a name, an obfuscated
/// node or garbage, is empty: beyond it nothing is known.
/// Sources: https://www.rfc-editor.org/rfc/rfc7239,
/// https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For
final class ForwardedHops {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /// Longer ones are nobody's honest way.
  private static final int LONGEST = 4_000;

  /// One parameter of a `Forwarded` element, quoted or not.
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*([A-Za-z0-9_-]+)\\s*=\\s*(?:\"([^\"]*+)\"|([^;,\\s\"]*+))");

  /// An address with or without port; IPv6 may be in brackets.
  private static final Pattern NODE =
      Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](?::\\d{1,5})?|([0-9.]{7,15})(?::\\d{1,5})?");

  private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private ForwardedHops() {}

  /// What each of the two headers says, the client first; a header that did not come says nothing
  /// and is left out.
  static List<List<Optional<InetAddress>>> read(HttpHeaders headers) {
    List<List<Optional<InetAddress>>> ways = new ArrayList<>();
    String list = joined(headers, FORWARDED_FOR);
    if (!list.isBlank()) {
      List<Optional<InetAddress>> way = new ArrayList<>();
      for (String node : list.split(",", -1)) {
        way.add(node(node.strip()));
      }
      ways.add(way);
    }
    String elements = joined(headers, HttpHeaders.FORWARDED);
    if (!elements.isBlank()) {
      ways.add(forwarded(elements));
    }
    return ways;
  }

  private static String joined(HttpHeaders headers, String name) {
    String all = String.join(",", headers.getAll(name));
    // What was added last is on the right, and is what counts.
    return all.length() <= LONGEST ? all : all.substring(all.length() - LONGEST);
  }

  private static List<Optional<InetAddress>> forwarded(String elements) {
    List<Optional<InetAddress>> way = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(elements);
    Optional<InetAddress> node = Optional.empty();
    int at = 0;
    while (at <= elements.length()) {
      if (parameter.region(at, elements.length()).lookingAt()) {
        if (parameter.group(1).equalsIgnoreCase("for")) {
          String quoted = parameter.group(2);
          node = node(quoted == null ? parameter.group(3) : quoted);
        }
        at = parameter.end();
      } else {
        at = ends(elements, at);
      }
      if (at >= elements.length() || elements.charAt(at) == ',') {
        way.add(node);
        node = Optional.empty();
      }
      at++;
    }
    return way;
  }

  /// Where the parameter that cannot be read is over.
  private static int ends(String elements, int from) {
    int at = from;
    while (at < elements.length() && elements.charAt(at) != ',' && elements.charAt(at) != ';') {
      at++;
    }
    return at;
  }

  private static Optional<InetAddress> node(String text) {
    Matcher node = NODE.matcher(text);
    String address = text;
    if (node.matches()) {
      address = node.group(1) == null ? node.group(2) : node.group(1);
    } else if (!BARE_IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
