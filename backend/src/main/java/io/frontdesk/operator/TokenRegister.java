package io.frontdesk.operator;

import io.frontdesk.tenancy.Tenancy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Which tokens were shown, and which are good no more though their time is not over. Every request
/// of an operator's asks, so a revoked token is refused at once, on every node.
@Singleton
class TokenRegister {
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final ShownTokens tokens;
  private final OperatorLog log;
  private final Tenancy tenancy;
  private final Clock clock;

  TokenRegister(ShownTokens tokens, OperatorLog log, Tenancy tenancy, Clock clock) {
    this.tokens = tokens;
    this.log = log;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Notes that a token is shown.
  ///
  /// @param token of this installation's, and not expired
  /// @return whether it is good
  boolean admits(OperatorTokens.Token token, String address) {
    return tenancy.platform(
        () -> {
          tokens.shown(token.id(), token.operator(), token.expiresAt(), clock.instant(), address);
          return tokens.findById(token.id()).filter(t -> t.revokedAt() == null).isPresent();
        });
  }

  /// A token is good no more, whether or not anybody has shown it. Done already, it is done.
  void revoke(Operator operator, UUID id, String whose, Instant expiresAt) {
    tenancy.platform(
        () -> {
          Instant now = clock.instant();
          tokens.forget(now.minus(REMEMBERED));
          if (tokens.revoke(id, whose, expiresAt, now, operator.name()) > 0) {
            log.did(operator, "revoke_token", Map.of("id", id, "operator", whose));
          }
          return id;
        });
  }
}
