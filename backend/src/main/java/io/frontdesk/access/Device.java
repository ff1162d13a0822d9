package io.frontdesk.access;

import io.frontdesk.web.address.ClientAddress;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;

/// Where a session was opened or last used: enough for a person to know it again.
///
/// @param userAgent as the device calls itself, at most 300 characters
/// @param address the address that it came from
@Introspected
public record Device(String userAgent, String address) {
  private static final int LONGEST = 300;

  public static Device of(HttpRequest<?> request) {
    String name = request.getHeaders().get("User-Agent", String.class).orElse("").strip();
    return new Device(
        name.length() > LONGEST ? name.substring(0, LONGEST) : name,
        ClientAddress.of(request).getHostAddress());
  }
}
