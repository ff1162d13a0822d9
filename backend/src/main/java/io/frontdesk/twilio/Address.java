package io.frontdesk.twilio;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.URI;

/// The addresses that the environment may name: HTTPS, or plain HTTP on this machine.
final class Address {
  private Address() {}

  /// @param variable where `text` was read
  /// @throws ConfigurationException with a sentence for whoever set it
  static URI parse(String variable, String text) {
    try {
      return check(variable, URI.create(text));
    } catch (IllegalArgumentException e) {
      throw wrong(variable, text);
    }
  }

  /// @throws ConfigurationException with a sentence for whoever set it
  static URI check(String variable, URI url) {
    boolean secure = "https".equals(url.getScheme());
    boolean near = "http".equals(url.getScheme()) && isLoopback(url);
    if (url.getHost() == null
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || url.getRawUserInfo() != null
        || !(secure || near)) {
      throw wrong(variable, url.toString());
    }
    return url;
  }

  /// Whether it can only mean this machine. No name server is asked: what it answers may change.
  static boolean isLoopback(URI url) {
    String host = url.getHost();
    if (host == null) {
      return false;
    }
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return host.startsWith("[")
          ? Inet6Address.ofLiteral(host.substring(1, host.length() - 1)).isLoopbackAddress()
          : Inet4Address.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static ConfigurationException wrong(String variable, String address) {
    return new ConfigurationException(
        "%s is %s: it must be like https://voice.example.com (plain http only on this machine)."
            .formatted(variable, address));
  }
}
