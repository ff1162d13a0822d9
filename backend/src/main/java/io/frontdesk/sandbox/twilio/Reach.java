package io.frontdesk.sandbox.twilio;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which servers the stand-in asks: those on this machine, and the one whose base URL it was given.
///
/// @param base the service's public address; null if it is on this machine
record Reach(@Nullable URI base) {

  /// Why a URL is not asked; empty if it is.
  Optional<String> refusal(URI url) {
    if (url.getHost() == null) {
      return Optional.of("%s names no server".formatted(url));
    }
    if (isLoopback(url.getHost()) || isBase(url)) {
      return Optional.empty();
    }
    return Optional.of(
        "the stand-in asks only servers on this machine%s, not %s"
            .formatted(base == null ? "" : " and " + base, url.getHost()));
  }

  /// Whether the name or address can only mean this machine.
  static boolean isLoopback(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost")) {
      return true;
    }
    try {
      return name.startsWith("[")
          ? Inet6Address.ofLiteral(name.substring(1, name.length() - 1)).isLoopbackAddress()
          : Inet4Address.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isBase(URI url) {
    return base != null
        && url.getHost().equalsIgnoreCase(base.getHost())
        && url.getPort() == base.getPort()
        && isSecure(url) == isSecure(base);
  }

  private static boolean isSecure(URI url) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("wss");
  }
}
