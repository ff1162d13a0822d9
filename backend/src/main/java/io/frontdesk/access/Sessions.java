package io.frontdesk.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Log-ins that last: each has a refresh token that is replaced at every use. A token that comes a
/// second time was stolen, or its successor was; either way the session ends.
@Singleton
class Sessions {
  static final Duration LIFETIME = Duration.ofDays(30);
  private static final int TOKEN_BYTES = 32;

  private final Tenancy tenancy;
  private final SessionRepository sessions;
  private final Users users;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(Tenancy tenancy, SessionRepository sessions, Users users, Clock clock) {
    this.tenancy = tenancy;
    this.sessions = sessions;
    this.users = users;
    this.clock = clock;
  }

  /// What a refresh gives: who it is, and the token that replaces the one that was used.
  record Refreshed(SignedIn signedIn, String refreshToken) {}

  /// Opens a session.
  ///
  /// @return its first refresh token
  String open(SignedIn signedIn) {
    return tenancy.platform(
        () -> {
          UUID session = UuidCreator.getTimeOrderedEpoch();
          sessions.open(
              session,
              signedIn.userId(),
              signedIn.membership().tenantId().value(),
              clock.instant());
          return issue(session);
        });
  }

  /// @throws RequestException.Unauthenticated if the token is unknown, expired, used before, or its
  /// session has ended
  Refreshed refresh(String token) {
    // Ending the family must be committed, so the refusal is thrown outside the transaction.
    return tenancy
        .platform(() -> rotate(hash(token)))
        .orElseThrow(
            () -> new RequestException.Unauthenticated("Your session has ended. Log in again."));
  }

  private Optional<Refreshed> rotate(byte[] hash) {
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
    sessions.rotated(hash, now);
    return Optional.of(
        new Refreshed(
            new SignedIn(token.userId(), person.get().email(), membership.get()),
            issue(token.sessionId())));
  }

  private String issue(UUID session) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    sessions.issue(hash(token), session, now, now.plus(LIFETIME));
    return token;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
