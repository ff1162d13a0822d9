package io.frontdesk.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.secrets.Undecryptable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What operators show: an id, their name and until when it holds, sealed by the installation's
/// keyset for this purpose alone. No token of the API is one, nor the other way about.
@Singleton
class OperatorTokens {
  static final Duration LONGEST = Duration.ofHours(24);
  private static final String AUDIENCE = "operator";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secrets secrets;
  private final Clock clock;

  OperatorTokens(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  String issue(String name, Duration lifetime) {
    var claims = JSON.createObjectNode().put("name", name);
    claims.put("id", UuidCreator.getTimeOrderedEpoch().toString());
    claims.put("expires_at", clock.instant().plus(lifetime).toString());
    return secrets.encryptForPlatform(AUDIENCE, claims.toString());
  }

  /// A token as it was made.
  record Token(UUID id, String operator, Instant expiresAt) {}

  /// What a token says; empty if it is none of this installation's, or has expired.
  Optional<Token> read(String token) {
    try {
      JsonNode claims = JSON.readTree(secrets.decryptForPlatform(AUDIENCE, token));
      return Optional.of(
              new Token(
                  UUID.fromString(claims.path("id").asText()),
                  claims.path("name").asText(),
                  Instant.parse(claims.path("expires_at").asText())))
          .filter(made -> made.expiresAt().isAfter(clock.instant()));
    } catch (Undecryptable | JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
