package io.frontdesk.access;

import io.frontdesk.access.notice.Language;
import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Coming in and going out: sign-up, log-in, a new access token for an old session, log-out.
@Controller("/api/v1/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class AuthController {
  private final SignUp signUp;
  private final LogIn logIn;
  private final Sessions sessions;
  private final Handover handover;
  private final AddressCheck addressCheck;

  AuthController(
      SignUp signUp, LogIn logIn, Sessions sessions, Handover handover, AddressCheck addressCheck) {
    this.addressCheck = addressCheck;
    this.signUp = signUp;
    this.logIn = logIn;
    this.sessions = sessions;
    this.handover = handover;
  }

  /// An address and a password.
  @Introspected
  record Credentials(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Size(min = 1, max = 200) String password) {}

  /// A refresh token, for programs that keep it themselves.
  @Introspected
  record RefreshToken(@NotBlank @Size(max = 200) String refreshToken) {}

  /// A new business with its owner.
  @Post("/signup")
  @Status(HttpStatus.CREATED)
  HttpResponse<Tokens> signUp(
      HttpRequest<?> request,
      @Body @Valid SignUp.Form form,
      @QueryValue(defaultValue = "cookie") Handover.Mode mode) {
    SignedIn signedIn =
        signUp.signUp(form, Language.of(request.getHeaders().get("Accept-Language")));
    var opened = sessions.open(signedIn, Device.of(request));
    return handover.of(HttpStatus.CREATED, opened, mode);
  }

  /// A session for a person who is known.
  @Post("/login")
  HttpResponse<Tokens> logIn(
      HttpRequest<?> request,
      @Body @Valid Credentials credentials,
      @QueryValue(defaultValue = "cookie") Handover.Mode mode) {
    SignedIn signedIn = logIn.logIn(credentials.email(), credentials.password());
    var opened = sessions.open(signedIn, Device.of(request));
    return handover.of(HttpStatus.OK, opened, mode);
  }

  /// A new access token and a new refresh token, for the refresh token in the cookie or the body.
  @Post("/refresh")
  HttpResponse<Tokens> refresh(
      HttpRequest<?> request,
      @Body @Valid @Nullable RefreshToken body,
      @CookieValue(Handover.COOKIE) @Nullable String cookie,
      @QueryValue(defaultValue = "cookie") Handover.Mode mode) {
    String token = body == null ? cookie : body.refreshToken();
    if (token == null) {
      throw new RequestException.Unauthenticated("There is no refresh token. Log in again.");
    }
    return handover.of(HttpStatus.OK, sessions.refresh(token, Device.of(request)), mode);
  }

  /// Ends the session that the access token belongs to.
  @Post("/logout")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<Void> logOut(Person person, Actor actor) {
    sessions.end(person, actor, person.session());
    return handover.none();
  }

  /// What a mailed link carries.
  @Introspected
  record MailedToken(@NotBlank @Size(max = 200) String token) {}

  /// Confirms an address with the link that was mailed to it, which works once and for three days.
  @Post("/verify-email")
  @Status(HttpStatus.NO_CONTENT)
  void verifyEmail(@Body @Valid MailedToken mailed) {
    addressCheck.confirm(mailed.token());
  }

  /// Another business that the person works for.
  @Introspected
  record Switch(@NotNull TenantId tenantId) {}

  /// Goes on in another business: a new access token; the refresh token stays.
  @Post("/switch")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<Tokens> switchTo(Person person, @Body @Valid Switch to) {
    return handover.of(sessions.move(person, to.tenantId()), person.session());
  }
}
