package io.frontdesk.twilio;

import io.frontdesk.web.address.Loopback;
import io.micronaut.context.exceptions.ConfigurationException;
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
    boolean near = "http".equals(url.getScheme()) && Loopback.isNamedBy(url);
    if (url.getHost() == null
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || url.getRawUserInfo() != null
        || !(secure || near)) {
      throw wrong(variable, url.toString());
    }
    return url;
  }

  private static ConfigurationException wrong(String variable, String address) {
    return new ConfigurationException(
        "%s is %s: it must be like https://voice.example.com (plain http only on this machine)."
            .formatted(variable, address));
  }
}
