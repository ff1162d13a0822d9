package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands tokens over to who signed in: the access token in the body, the refresh token in a cookie
/// that scripts cannot read and that goes to `/api/v1/auth` alone.
@Singleton
public class Handover {
  static final String COOKIE = "refresh_token";

  private final AccessTokens accessTokens;

  Handover(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  /// How tokens are handed over. `token`: the refresh token is in the body too.
  public enum Mode {
    @JsonProperty("cookie")
    COOKIE,
    @JsonProperty("token")
    TOKEN
  }

  /// Both tokens of a session that was just opened or refreshed.
  public HttpResponse<Tokens> of(HttpStatus status, Sessions.Opened opened, Mode mode) {
    String inBody = mode == Mode.TOKEN ? opened.refreshToken() : null;
    return response(status, opened.signedIn(), opened.id(), inBody)
        .cookie(cookie(opened.refreshToken(), Sessions.LIFETIME));
  }

  /// A new access token of a session that keeps its refresh token.
  public HttpResponse<Tokens> of(SignedIn signedIn, UUID session) {
    return response(HttpStatus.OK, signedIn, session, null);
  }

  /// Takes the refresh token back.
  HttpResponse<Void> none() {
    return HttpResponse.<Void>noContent().cookie(cookie("", Duration.ZERO));
  }

  private MutableHttpResponse<Tokens> response(
      HttpStatus status, SignedIn signedIn, UUID session, @Nullable String refreshToken) {
    var membership = signedIn.membership();
    return HttpResponse.<Tokens>status(status)
        .body(
            new Tokens(
                accessTokens.issue(signedIn, session),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                new Tokens.Tenant(membership.tenantId(), membership.tenantName()),
                Tokens.User.of(signedIn),
                refreshToken))
        .header("Cache-Control", "no-store");
  }

  private static Cookie cookie(String value, Duration maxAge) {
    return Cookie.of(COOKIE, value)
        .httpOnly(true)
        .secure(true)
        .sameSite(SameSite.Strict)
        .path("/api/v1/auth")
        .maxAge(maxAge);
  }
}
