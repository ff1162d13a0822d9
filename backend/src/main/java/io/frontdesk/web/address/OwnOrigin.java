package io.frontdesk.web.address;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells pages of ours from other people's, by the `Origin` that browsers send and pages cannot
/// choose.
@Singleton
public class OwnOrigin {
  private final TrustedProxies proxies;
  private final Optional<String> named;

  OwnOrigin(
      TrustedProxies proxies, @Property(name = "webhook.base-url") @Nullable String publicUrl) {
    this.proxies = proxies;
    this.named = Optional.ofNullable(publicUrl).flatMap(url -> parse(url.strip())).map(Page::host);
  }

  private record Page(@Nullable String scheme, String host) {}

  /// Whether a page of ours asks, or no page at all: programs send no `Origin`. A page is ours if
  /// it has the address that was asked, or the one that the service is known by
  /// (`WEBHOOK_BASE_URL`) where something before it changes addresses.
  public boolean asks(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null || parse(origin).filter(page -> isOurs(page, request)).isPresent();
  }

  private boolean isOurs(Page page, HttpRequest<?> request) {
    boolean sameHost =
        page.host().equalsIgnoreCase(request.getHeaders().get(HttpHeaders.HOST))
            || named.filter(own -> page.host().equalsIgnoreCase(own)).isPresent();
    return sameHost
        && proxies.scheme(request).map(scheme -> scheme.equals(page.scheme())).orElse(true);
  }

  private static Optional<Page> parse(String origin) {
    try {
      var page = URI.create(origin);
      return Optional.ofNullable(page.getRawAuthority())
          .map(host -> new Page(page.getScheme(), host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
