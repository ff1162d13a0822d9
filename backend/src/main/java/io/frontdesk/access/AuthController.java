package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Coming in: sign-up, log-in, and a new access token for an old session.
@Controller("/api/v1/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class AuthController {
  private static final String COOKIE = "refresh_token";

  private final SignUp signUp;
  private final LogIn logIn;
  private final Sessions sessions;
  private final AccessTokens accessTokens;

  AuthController(SignUp signUp, LogIn logIn, Sessions sessions, AccessTokens accessTokens) {
    this.signUp = signUp;
    this.logIn = logIn;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
  }

  /// An address and a password.
  @Introspected
  record Credentials(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Size(min = 1, max = 200) String password) {}

  /// A refresh token, for programs that keep it themselves.
  @Introspected
  record RefreshToken(@NotBlank @Size(max = 200) String refreshToken) {}

  /// How tokens are handed over. `token`: the refresh token is in the body too.
  enum Mode {
    @JsonProperty("cookie")
    COOKIE,
    @JsonProperty("token")
    TOKEN
  }

  /// Who signed in, and the tokens.
  ///
  /// @param expiresIn seconds until the access token expires
  /// @param refreshToken only on `?mode=token`
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tokens(
      String accessToken,
      String tokenType,
      long expiresIn,
      Tenant tenant,
      Person user,
      @Nullable String refreshToken) {
    /// The business that the access token names.
    @Introspected
    record Tenant(TenantId id, String name) {}

    /// Who signed in.
    @Introspected
    record Person(UUID id, String email, Role role) {}
  }

  /// A new business with its owner.
  @Post("/signup")
  HttpResponse<Tokens> signUp(
      @Body @Valid SignUp.Form form, @QueryValue(defaultValue = "cookie") Mode mode) {
    SignedIn signedIn = signUp.signUp(form);
    return tokens(HttpStatus.CREATED, signedIn, sessions.open(signedIn), mode);
  }

  /// A session for a person who is known.
  @Post("/login")
  HttpResponse<Tokens> logIn(
      @Body @Valid Credentials credentials, @QueryValue(defaultValue = "cookie") Mode mode) {
    SignedIn signedIn = logIn.logIn(credentials.email(), credentials.password());
    return tokens(HttpStatus.OK, signedIn, sessions.open(signedIn), mode);
  }

  /// A new access token and a new refresh token, for the refresh token in the cookie or the body.
  @Post("/refresh")
  HttpResponse<Tokens> refresh(
      @Body @Valid @Nullable RefreshToken body,
      @CookieValue(COOKIE) @Nullable String cookie,
      @QueryValue(defaultValue = "cookie") Mode mode) {
    String token = body == null ? cookie : body.refreshToken();
    if (token == null) {
      throw new RequestException.Unauthenticated("There is no refresh token. Log in again.");
    }
    var refreshed = sessions.refresh(token);
    return tokens(HttpStatus.OK, refreshed.signedIn(), refreshed.refreshToken(), mode);
  }

  private HttpResponse<Tokens> tokens(
      HttpStatus status, SignedIn signedIn, String refreshToken, Mode mode) {
    var membership = signedIn.membership();
    return HttpResponse.<Tokens>status(status)
        .body(
            new Tokens(
                accessTokens.issue(signedIn),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                new Tokens.Tenant(membership.tenantId(), membership.tenantName()),
                new Tokens.Person(signedIn.userId(), signedIn.email(), membership.role()),
                mode == Mode.TOKEN ? refreshToken : null))
        .header("Cache-Control", "no-store")
        .cookie(
            Cookie.of(COOKIE, refreshToken)
                .httpOnly(true)
                .secure(true)
                .sameSite(SameSite.Strict)
                .path("/api/v1/auth")
                .maxAge(Sessions.LIFETIME));
  }
}
