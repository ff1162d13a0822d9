package io.frontdesk.access.team;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.Person;
import io.frontdesk.access.Role;
import io.frontdesk.access.User;
import io.frontdesk.access.Users;
import io.frontdesk.access.notice.Notice;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Asks people to work with a business.
@Singleton
class Inviting {
  static final String INVITATION = "invitation";
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final int MOST_MAILS = 5;
  private static final int MOST = 100;

  private final Tenancy tenancy;
  private final Team team;
  private final Members members;
  private final Invitations invitations;
  private final Users users;
  private final AuditLog audit;
  private final ApplicationEventPublisher<Notice> notices;
  private final Clock clock;

  Inviting(
      Tenancy tenancy,
      Team team,
      Members members,
      Invitations invitations,
      Users users,
      AuditLog audit,
      ApplicationEventPublisher<Notice> notices,
      Clock clock) {
    this.tenancy = tenancy;
    this.team = team;
    this.members = members;
    this.invitations = invitations;
    this.users = users;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /// Mails an invitation.
  ///
  /// @throws RequestException.Forbidden if the person may not invite to that role
  /// @throws RequestException.Conflict `already_member`, `already_invited`, `too_many_invitations`
  Invitation invite(Person person, Actor actor, String address, Role role) {
    TenantId tenant = person.tenant();
    String email = address.toLowerCase(Locale.ROOT);
    return tenancy.run(
        tenant,
        () -> {
          Team.mayTouch(team.manager(person), role);
          refuseKnown(tenant, email);
          var token = OpaqueToken.random();
          Instant now = clock.instant();
          var invitation =
              invitations.save(
                  new Invitation(
                      UuidCreator.getTimeOrderedEpoch(),
                      tenant,
                      email,
                      role,
                      person.id(),
                      token.hash(),
                      now,
                      1,
                      now.plus(LIFETIME)));
          audit.record(
              tenant, actor, Change.created(INVITATION, invitation.id(), invitation.facts()));
          mail(person, invitation, token);
          return invitation;
        });
  }

  /// Mails an invitation again with a new link; the old one is good no more.
  ///
  /// @throws RequestException.Conflict `sent_often`
  Invitation sendAgain(Person person, Actor actor, UUID id) {
    TenantId tenant = person.tenant();
    return tenancy.run(
        tenant,
        () -> {
          Role mine = team.manager(person);
          Invitation old = existing(tenant, id);
          Team.mayTouch(mine, old.role());
          if (old.sent() >= MOST_MAILS) {
            throw new RequestException.Conflict(
                "sent_often",
                "Sent often enough",
                "It was mailed %d times. Take it back, and ask whether the address is right."
                    .formatted(MOST_MAILS));
          }
          var token = OpaqueToken.random();
          var renewed =
              invitations.update(old.sentAgain(token.hash(), clock.instant().plus(LIFETIME)));
          audit.record(tenant, actor, Change.done("resend", INVITATION, id, old.facts()));
          mail(person, renewed, token);
          return renewed;
        });
  }

  /// Takes an invitation back.
  void withdraw(Person person, Actor actor, UUID id) {
    TenantId tenant = person.tenant();
    tenancy.run(
        tenant,
        () -> {
          Role mine = team.manager(person);
          Invitation invitation = existing(tenant, id);
          Team.mayTouch(mine, invitation.role());
          audit.record(tenant, actor, Change.deleted(INVITATION, id, invitation.facts()));
          invitations.deleteByTenantIdAndId(tenant, id);
        });
  }

  private void refuseKnown(TenantId tenant, String email) {
    users
        .findByEmail(email)
        .flatMap(known -> members.findPerson(tenant.value(), known.id()))
        .ifPresent(
            member -> {
              throw new RequestException.Conflict(
                  "already_member", "Already a member", email + " belongs to your team already.");
            });
    invitations
        .findByTenantIdAndEmail(tenant, email)
        .ifPresent(
            invitation -> {
              throw new RequestException.Conflict(
                  "already_invited",
                  "Already invited",
                  email + " was invited before. Send that invitation again, or take it back.");
            });
    if (invitations.countByTenantId(tenant) >= MOST) {
      throw new RequestException.Conflict(
          "too_many_invitations",
          "Too many invitations",
          "%d invitations wait for an answer. Take some back first.".formatted(MOST));
    }
  }

  /// To somebody who is not known it is written in the language of whoever invites them.
  private void mail(Person person, Invitation invitation, OpaqueToken token) {
    User inviter = users.findById(person.id()).orElseThrow();
    var known = users.findByEmail(invitation.email());
    notices.publishEvent(
        new Notice.Invited(
            invitation.tenantId(),
            invitations.businessName(invitation.tenantId().value()),
            inviter.name().isBlank() ? inviter.email() : inviter.name(),
            known.map(User::id).orElse(null),
            invitation.email(),
            known.map(User::language).orElse(inviter.language()),
            invitation.expiresAt(),
            token.value()));
  }

  private Invitation existing(TenantId tenant, UUID id) {
    return invitations
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound(INVITATION, id));
  }
}
