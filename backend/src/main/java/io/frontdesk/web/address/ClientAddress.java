package io.frontdesk.web.address;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;

/// The one answer to where a request comes from: for rate limits, sessions and the audit log alike.
/// It is found out once, before anything else is done with the request.
@ServerFilter("/**")
public class ClientAddress implements Ordered {
  private static final String FOUND = "frontdesk.client-address";

  private final TrustedProxies proxies;

  ClientAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /// The client's own address, or that of the last proxy that can be believed.
  public static InetAddress of(HttpRequest<?> request) {
    return request
        .getAttribute(FOUND, InetAddress.class)
        .orElseGet(() -> request.getRemoteAddress().getAddress());
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void find(HttpRequest<?> request) {
    request.setAttribute(FOUND, proxies.client(request));
  }
}
