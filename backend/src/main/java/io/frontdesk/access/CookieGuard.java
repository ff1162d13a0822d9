package io.frontdesk.access;

import io.frontdesk.web.RequestException;
import io.frontdesk.web.address.OwnOrigin;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/// The refresh token's cookie counts on pages of ours only. Browsers do not send it from other
/// sites (`SameSite=Strict`); from another page of our own site they might.
@ServerFilter(patterns = "/api/v1/auth/**", methods = HttpMethod.POST)
class CookieGuard {
  private final OwnOrigin own;

  CookieGuard(OwnOrigin own) {
    this.own = own;
  }

  /// @throws RequestException.Forbidden if another page asks with the cookie
  @RequestFilter
  void check(HttpRequest<?> request) {
    if (request.getCookies().contains(Handover.COOKIE) && !own.asks(request)) {
      throw new RequestException.Forbidden("This request comes from a page that is not ours.");
    }
  }
}
