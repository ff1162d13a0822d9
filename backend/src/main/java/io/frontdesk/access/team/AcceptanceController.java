package io.frontdesk.access.team;

import io.frontdesk.access.Device;
import io.frontdesk.access.Handover;
import io.frontdesk.access.PersonBinder;
import io.frontdesk.access.Role;
import io.frontdesk.access.Sessions;
import io.frontdesk.access.SignedIn;
import io.frontdesk.access.Tokens;
import io.frontdesk.access.notice.Language;
import io.frontdesk.access.password.PasswordRule;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Invitations, for those who were invited.
@Controller("/api/v1/auth/invitations")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class AcceptanceController {
  private final Acceptance acceptance;
  private final Sessions sessions;
  private final Handover handover;
  private final PersonBinder people;

  AcceptanceController(
      Acceptance acceptance, Sessions sessions, Handover handover, PersonBinder people) {
    this.acceptance = acceptance;
    this.sessions = sessions;
    this.handover = handover;
    this.people = people;
  }

  /// What the mailed link carries.
  @Introspected
  record InvitationToken(@NotBlank @Size(max = 200) String token) {}

  /// What somebody is invited to.
  ///
  /// @param known whether somebody with that address is known, who then gives their own password
  @Introspected
  record InvitationView(String business, String email, Role role, boolean known) {}

  /// Takes an invitation up.
  ///
  /// @param name as they would like to be called
  /// @param password their own if they are known, else the one they choose; not needed with the
  /// access token of the person who was invited
  @Introspected
  record InvitationAnswer(
      @NotBlank @Size(max = 200) String token,
      @Nullable @Size(max = 100) String name,
      @Nullable @Size(max = PasswordRule.LONGEST) String password) {}

  /// Shows an invitation to whoever holds its link.
  @Post("/preview")
  InvitationView preview(@Body @Valid InvitationToken link) {
    var open = acceptance.open(link.token());
    return new InvitationView(
        open.business(),
        open.invitation().email(),
        open.invitation().role(),
        open.person() != null);
  }

  /// Joins the business and signs in there. With an access token the session goes on there.
  @Post("/accept")
  HttpResponse<Tokens> accept(
      HttpRequest<?> request,
      @Body @Valid InvitationAnswer answer,
      @QueryValue(defaultValue = "cookie") Handover.Mode mode) {
    var device = Device.of(request);
    var signedIn = people.personOf(request).orElse(null);
    var language = Language.of(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
    SignedIn joined =
        acceptance.accept(
            answer.token(),
            new Acceptance.Guest(signedIn, device, language, answer.name(), answer.password()));
    if (signedIn != null && signedIn.id().equals(joined.userId())) {
      return handover.of(
          sessions.move(signedIn, joined.membership().tenantId()), signedIn.session());
    }
    return handover.of(HttpStatus.OK, sessions.open(joined, device), mode);
  }
}
