package io.frontdesk.web.address;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which names can only mean this machine. No name server is asked: what it answers may change.
public final class Loopback {
  private Loopback() {}

  /// @param url false if it names no host
  public static boolean isNamedBy(URI url) {
    return isNamed(url.getHost());
  }

  /// @param host a name, or an address as URLs write it; null for none
  public static boolean isNamed(@Nullable String host) {
    if (host == null || host.equalsIgnoreCase("localhost")) {
      return host != null;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
