package io.frontdesk.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Log-ins that last: each has a refresh token that is replaced at every use. A token that comes a
/// second time was stolen, or its successor was; either way the session ends. Every access token of
/// a person's comes of one of these three: a session is opened, goes on, or moves to another
/// business; none of them is possible in a business that is suspended.
@Singleton
public class Sessions {
  static final Duration LIFETIME = Duration.ofDays(30);
  private static final String ENDED = "Your session has ended. Log in again.";

  private final Tenancy tenancy;
  private final SessionRepository sessions;
  private final Users users;
  private final TenantStandings standings;
  private final AuditLog audit;
  private final Clock clock;

  Sessions(
      Tenancy tenancy,
      SessionRepository sessions,
      Users users,
      TenantStandings standings,
      AuditLog audit,
      Clock clock) {
    this.tenancy = tenancy;
    this.sessions = sessions;
    this.users = users;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  /// A session as its opening or a refresh leaves it.
  ///
  /// @param refreshToken replaces the one that was used
  public record Opened(SignedIn signedIn, UUID id, String refreshToken) {}

  /// Opens a session.
  ///
  /// @throws RequestException.Forbidden if the business is suspended
  public Opened open(SignedIn signedIn, Device device) {
    return tenancy.platform(
        () -> {
          standings.demandServed(signedIn.membership().tenantId());
          UUID session = UuidCreator.getTimeOrderedEpoch();
          sessions.open(
              session,
              signedIn.userId(),
              signedIn.membership().tenantId().value(),
              device.userAgent(),
              device.address(),
              clock.instant());
          return new Opened(signedIn, session, issue(session));
        });
  }

  /// @throws RequestException.Unauthenticated if the token is unknown, expired, used before, or its
  /// session has ended
  /// @throws RequestException.Forbidden if the business is suspended; the token is good afterwards
  Opened refresh(String token, Device device) {
    // Ending the family must be committed, so the refusal is thrown outside the transaction.
    return tenancy
        .platform(() -> rotate(new OpaqueToken(token).hash(), device))
        .orElseThrow(() -> new RequestException.Unauthenticated(ENDED));
  }

  private Optional<Opened> rotate(String hash, Device device) {
    Instant now = clock.instant();
    var found = sessions.lock(hash);
    if (found.isEmpty() || found.get().revokedAt() != null) {
      return Optional.empty();
    }
    var token = found.get();
    if (token.rotatedAt() != null) {
      sessions.revoke(token.sessionId(), now);
      return Optional.empty();
    }
    if (!now.isBefore(token.expiresAt())) {
      return Optional.empty();
    }
    var person = users.findById(token.userId());
    var membership =
        users.membershipsOf(token.userId()).stream()
            .filter(m -> m.tenantId().equals(token.tenantId()))
            .findFirst();
    if (person.isEmpty() || membership.isEmpty()) {
      return Optional.empty();
    }
    standings.demandServed(token.tenantId());
    sessions.rotated(hash, now);
    sessions.used(token.sessionId(), device.userAgent(), device.address(), now);
    return Optional.of(
        new Opened(
            new SignedIn(token.userId(), person.get().email(), membership.get()),
            token.sessionId(),
            issue(token.sessionId())));
  }

  /// The sessions of a person that have not ended, the one used last first.
  List<Session> of(UUID user) {
    return tenancy.platform(() -> sessions.of(user, clock.instant().minus(LIFETIME)));
  }

  /// Ends one session of a person: nobody gets a new access token for it any more.
  ///
  /// @return whether there was such a session
  boolean end(Person person, Actor actor, UUID session) {
    return tenancy.run(
        person.tenant(),
        () -> {
          boolean ended = sessions.revokeOf(person.id(), session, clock.instant()) > 0;
          if (ended) {
            audit.record(person.tenant(), actor, Change.done("end", "session", session, Map.of()));
          }
          return ended;
        });
  }

  /// Logs a person out everywhere, which the business that they work in now sees in its audit log.
  void endAll(Person person, Actor actor) {
    tenancy.run(
        person.tenant(),
        () -> {
          sessions.revokeAllOf(person.id(), null, clock.instant());
          audit.record(person.tenant(), actor, Change.done("end_all", "session", null, Map.of()));
        });
  }

  /// Ends the sessions of a person that are in this business, in the transaction that is open.
  public void endAt(TenantId tenant, UUID user) {
    sessions.revokeAt(tenant.value(), user, clock.instant());
  }

  /// Lets a session go on in another business of the same person.
  ///
  /// @throws RequestException.NotFound if the person is not a member there
  /// @throws RequestException.Unauthenticated if the session has ended
  /// @throws RequestException.Forbidden if the business is suspended
  public SignedIn move(Person person, TenantId to) {
    return tenancy.platform(
        () -> {
          User user =
              users
                  .findById(person.id())
                  .orElseThrow(() -> new RequestException.Unauthenticated(ENDED));
          Membership membership =
              users.membershipsOf(person.id()).stream()
                  .filter(m -> m.tenantId().equals(to))
                  .findFirst()
                  .orElseThrow(() -> new RequestException.NotFound("business", to));
          standings.demandServed(to);
          if (sessions.move(person.session(), person.id(), to.value()) == 0) {
            throw new RequestException.Unauthenticated(ENDED);
          }
          return new SignedIn(person.id(), user.email(), membership);
        });
  }

  private String issue(UUID session) {
    var token = OpaqueToken.random();
    Instant now = clock.instant();
    sessions.issue(token.hash(), session, now, now.plus(LIFETIME));
    return token.value();
  }
}
