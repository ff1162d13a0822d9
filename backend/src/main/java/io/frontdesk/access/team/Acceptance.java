package io.frontdesk.access.team;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.Device;
import io.frontdesk.access.Membership;
import io.frontdesk.access.Person;
import io.frontdesk.access.SignedIn;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.access.User;
import io.frontdesk.access.Users;
import io.frontdesk.access.notice.Language;
import io.frontdesk.access.password.PasswordRule;
import io.frontdesk.access.password.Passwords;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who was invited comes: a person who is known shows that it is them, anybody else
/// chooses a password. Reading the mail alone is not enough to be a person who is known.
@Singleton
class Acceptance {
  private final Tenancy tenancy;
  private final Invitations invitations;
  private final Members members;
  private final Users users;
  private final TenantStandings standings;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final AuditLog audit;
  private final Clock clock;

  Acceptance(
      Tenancy tenancy,
      Invitations invitations,
      Members members,
      Users users,
      TenantStandings standings,
      Passwords passwords,
      PasswordRule rule,
      AuditLog audit,
      Clock clock) {
    this.tenancy = tenancy;
    this.invitations = invitations;
    this.members = members;
    this.users = users;
    this.standings = standings;
    this.passwords = passwords;
    this.rule = rule;
    this.audit = audit;
    this.clock = clock;
  }

  /// An invitation, as whoever holds its link sees it.
  ///
  /// @param person null if nobody of its address is known
  record Open(Invitation invitation, String business, @Nullable User person) {}

  /// Who comes.
  ///
  /// @param signedIn whose access token came along; null if none did
  /// @param name as they would like to be called; null if they do not say
  /// @param password their own if they are known, else the one they choose
  record Guest(
      @Nullable Person signedIn,
      Device device,
      Language language,
      @Nullable String name,
      @Nullable String password) {}

  /// @throws RequestException.Rejected if the link is good no more
  Open open(String token) {
    var place = tenancy.platform(() -> invitations.find(new OpaqueToken(token).hash()));
    return place
        .flatMap(
            p -> {
              var tenant = new TenantId(p.tenantId());
              return tenancy.run(tenant, () -> open(tenant, p.id()));
            })
        .orElseThrow(Acceptance::tooLate);
  }

  private Optional<Open> open(TenantId tenant, UUID id) {
    return invitations
        .findByTenantIdAndId(tenant, id)
        .filter(invitation -> clock.instant().isBefore(invitation.expiresAt()))
        .map(
            invitation ->
                new Open(
                    invitation,
                    invitations.businessName(tenant.value()),
                    users.findByEmail(invitation.email()).orElse(null)));
  }

  /// Takes the invitation up.
  ///
  /// @throws RequestException.Rejected if the link is good no more, or the password is not theirs
  /// or easy to guess
  /// @throws RequestException.Forbidden if the business is suspended
  SignedIn accept(String token, Guest guest) {
    Open open = open(token);
    User known = open.person();
    // Hashing takes long: outside the transaction.
    String hash = null;
    if (known == null) {
      hash = newHash(open, guest);
    } else {
      prove(known, guest);
    }
    String newHash = hash;
    TenantId tenant = open.invitation().tenantId();
    return tenancy.run(tenant, () -> join(open, guest, newHash));
  }

  private String newHash(Open open, Guest guest) {
    String password = guest.password() == null ? "" : guest.password();
    String name = guest.name() == null ? "" : guest.name();
    rule.check("/password", password, List.of(open.invitation().email(), open.business(), name));
    return passwords.hash(password);
  }

  private void prove(User known, Guest guest) {
    if (guest.signedIn() != null && guest.signedIn().id().equals(known.id())) {
      return;
    }
    if (guest.password() == null) {
      throw new RequestException.Rejected(
          "/password", "is needed: somebody with this address is known here already");
    }
    if (!passwords.verify(guest.password(), known.passwordHash())) {
      throw new RequestException.Rejected("/password", "is not your password");
    }
  }

  private SignedIn join(Open open, Guest guest, @Nullable String newHash) {
    Invitation invitation = open.invitation();
    TenantId tenant = invitation.tenantId();
    standings.demandServed(tenant);
    members.lockTeam(tenant.value());
    boolean stillOpen =
        invitations
            .findByTenantIdAndId(tenant, invitation.id())
            .filter(now -> now.tokenHash().equals(invitation.tokenHash()))
            .isPresent();
    if (!stillOpen) {
      throw tooLate();
    }
    invitations.deleteByTenantIdAndId(tenant, invitation.id());
    Instant now = clock.instant();
    UUID person = open.person() == null ? add(invitation, guest, newHash, now) : open.person().id();
    users.confirmAddress(person, invitation.email(), now);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    if (members.add(tenant.value(), id, person, invitation.role(), now) > 0) {
      var actor = Actor.user(person, guest.device().address(), guest.device().userAgent());
      audit.record(tenant, actor, Change.created(Team.MEMBER, id, invitation.facts()));
    }
    var member = members.findPerson(tenant.value(), person).orElseThrow();
    return new SignedIn(
        person, member.email(), new Membership(tenant, open.business(), member.role()));
  }

  private UUID add(Invitation invitation, Guest guest, @Nullable String newHash, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String name = guest.name() == null ? "" : guest.name().strip();
    if (newHash == null
        || users.add(id, invitation.email(), name, guest.language(), newHash, now) == 0) {
      throw new RequestException.Conflict(
          "email_taken",
          "E-mail address taken",
          "Somebody signed up with this address meanwhile. Open the link again.");
    }
    return id;
  }

  private static RequestException tooLate() {
    return new RequestException.Rejected(
        "/token",
        "This invitation was used before, was taken back, or is older than seven days. Ask for a"
            + " new one.");
  }
}
