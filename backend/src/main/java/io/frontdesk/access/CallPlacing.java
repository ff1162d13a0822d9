package io.frontdesk.access;

import io.frontdesk.web.RequestException;
import io.micronaut.security.authentication.Authentication;

/// Leave to have anybody called, where an address is good for more than that.
public final class CallPlacing {
  private static final String SCOPE = "calls:place";

  private CallPlacing() {}

  /// @throws RequestException.Forbidden if a program asks that was not given this
  public static void demand(Authentication authentication) {
    boolean program = AccessTokens.person(authentication).isEmpty();
    if (program && !AccessTokens.scopes(authentication).contains(SCOPE)) {
      throw new RequestException.Forbidden("The token lacks the scope " + SCOPE + ".");
    }
  }
}
