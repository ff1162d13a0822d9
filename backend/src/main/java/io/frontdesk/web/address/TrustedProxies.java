package io.frontdesk.web.address;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The proxies of `TRUSTED_PROXIES`: addresses and CIDR blocks, separated by commas. What they say
/// about where a request comes from is believed, and what nobody else says.
@Context
class TrustedProxies {
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  private final List<AddressRange> ranges;

  /// @throws ConfigurationException if something in the list is neither
  TrustedProxies(@Property(name = "trusted.proxies") @Nullable String list) {
    this.ranges =
        Stream.of((list == null ? "" : list).split(","))
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(TrustedProxies::range)
            .toList();
  }

  private static AddressRange range(String text) {
    try {
      return AddressRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "TRUSTED_PROXIES has \"%s\": expected addresses and CIDR blocks such as 10.0.0.0/8,"
                  .formatted(text)
              + " separated by commas.");
    }
  }

  /// Who sent a request: of all who are said to have passed it on, seen from our side, the first
  /// who is no proxy of ours. Where the two headers tell different stories, whoever connected.
  InetAddress client(HttpRequest<?> request) {
    InetAddress peer = request.getRemoteAddress().getAddress();
    if (!isTrusted(peer)) {
      return peer;
    }
    Set<InetAddress> found = new HashSet<>();
    for (var way : ForwardedHops.read(request.getHeaders())) {
      found.add(client(peer, way));
    }
    return found.size() == 1 ? found.iterator().next() : peer;
  }

  private InetAddress client(InetAddress peer, List<Optional<InetAddress>> way) {
    InetAddress nearest = peer;
    for (var hop : way.reversed()) {
      if (hop.isEmpty()) {
        return nearest;
      }
      nearest = hop.get();
      if (!isTrusted(nearest)) {
        return nearest;
      }
    }
    return nearest;
  }

  /// How the client asked, `http` or `https`; empty if no trusted proxy says.
  Optional<String> scheme(HttpRequest<?> request) {
    if (!isTrusted(request.getRemoteAddress().getAddress())) {
      return Optional.empty();
    }
    return request.getHeaders().getAll(FORWARDED_PROTO).stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .map(String::strip)
        .reduce((_, last) -> last)
        .filter(scheme -> scheme.equals("http") || scheme.equals("https"));
  }

  private boolean isTrusted(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
