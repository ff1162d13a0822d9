package io.frontdesk.access.team;

import io.frontdesk.access.Person;
import io.frontdesk.access.Role;
import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// People who were asked to work with a business.
@Controller("/api/v1/team/invitations")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class InvitationController {
  private final Inviting inviting;
  private final Invitations invitations;
  private final Tenancy tenancy;

  InvitationController(Inviting inviting, Invitations invitations, Tenancy tenancy) {
    this.inviting = inviting;
    this.invitations = invitations;
    this.tenancy = tenancy;
  }

  /// Who is invited, and as what.
  @Introspected
  record InvitationForm(@NotBlank @Email @Size(max = 254) String email, @NotNull Role role) {}

  /// Invitations without an answer, newest first. One that expired can be sent again.
  @Get
  Page<Invitation> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return Page.of(
        tenancy.run(
            tenant, () -> invitations.newestFirst(tenant.value(), page.before(), page.fetch())),
        page,
        Invitation::id);
  }

  /// One invitation.
  @Get("/{id}")
  Invitation get(TenantId tenant, UUID id) {
    return tenancy
        .run(tenant, () -> invitations.findByTenantIdAndId(tenant, id))
        .orElseThrow(() -> new RequestException.NotFound(Inviting.INVITATION, id));
  }

  /// Mails an invitation; its link works once, for seven days. Only owners invite owners.
  @Post
  @Status(HttpStatus.CREATED)
  Invitation invite(Person person, Actor actor, @Body @Valid InvitationForm form) {
    return inviting.invite(person, actor, form.email(), form.role());
  }

  /// Mails it again with a new link; the old one is good no more.
  @Post("/{id}/resend")
  Invitation sendAgain(Person person, Actor actor, UUID id) {
    return inviting.sendAgain(person, actor, id);
  }

  /// Takes an invitation back.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void withdraw(Person person, Actor actor, UUID id) {
    inviting.withdraw(person, actor, id);
  }
}
