package io.frontdesk.access;

import io.frontdesk.access.notice.Language;
import io.frontdesk.access.password.PasswordRule;
import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person who is signed in, whichever business they work in now.
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class MeController {
  private final Profile profile;
  private final Sessions sessions;

  MeController(Profile profile, Sessions sessions) {
    this.profile = profile;
    this.sessions = sessions;
  }

  /// The person, the business they work in now, and all that they could switch to.
  @Introspected
  record Me(Self user, Tokens.Tenant tenant, List<Place> tenants) {}

  /// The person.
  ///
  /// @param name as they call themselves; empty if they have not said
  /// @param emailVerified whether they were found to read mails to that address
  /// @param language in which they are written to
  @Introspected
  record Self(
      UUID id, String email, boolean emailVerified, String name, Language language, Role role) {}

  /// A business that a person works for, and as what.
  @Introspected
  record Place(TenantId id, String name, Role role) {}

  /// A session of the person.
  ///
  /// @param current whether this request belongs to it
  @Introspected
  record SessionView(
      UUID id,
      String userAgent,
      String address,
      Instant createdAt,
      Instant lastUsedAt,
      boolean current) {}

  /// All sessions of the person that have not ended.
  @Introspected
  record SessionList(List<SessionView> data) {}

  /// What a person changes about themselves.
  ///
  /// @param currentPassword shows that it is still them; needed for another address or password
  @Introspected
  record Change(
      @Nullable @Size(min = 1, max = 200) String currentPassword,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @Size(max = PasswordRule.LONGEST) String password,
      @Nullable @Size(max = 100) String name,
      @Nullable Language language) {

    boolean isDelicate() {
      return email != null || password != null;
    }
  }

  @Get
  Me get(Person person) {
    return profile.of(person);
  }

  /// A new password ends the person's other sessions; a new address is to be confirmed by mail.
  @Patch
  Me change(Person person, Actor actor, @Body @Valid Change change) {
    profile.change(person, actor, change);
    return profile.of(person);
  }

  /// Mails a link once more that confirms the person's address.
  @Post("/email-verification")
  @Status(HttpStatus.ACCEPTED)
  void verifyEmail(Person person) {
    profile.verifyEmail(person);
  }

  /// Newest use first.
  @Get("/sessions")
  SessionList sessions(Person person) {
    return new SessionList(
        sessions.of(person.id()).stream()
            .map(
                s ->
                    new SessionView(
                        s.id(),
                        s.userAgent(),
                        s.address(),
                        s.createdAt(),
                        s.lastUsedAt(),
                        s.id().equals(person.session())))
            .toList());
  }

  /// Ends one session. Access tokens that it was given live on for at most 15 minutes.
  @Delete("/sessions/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void end(Person person, Actor actor, UUID id) {
    if (!sessions.end(person, actor, id)) {
      throw new RequestException.NotFound("session", id);
    }
  }

  /// Logs the person out everywhere, here too.
  @Delete("/sessions")
  @Status(HttpStatus.NO_CONTENT)
  void endAll(Person person, Actor actor) {
    sessions.endAll(person, actor);
  }
}
