package io.frontdesk.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.secrets.Undecryptable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What operators show: their name and until when it holds, sealed by the installation's keyset for
/// this purpose alone. No token of the API is one, nor the other way about.
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
    claims.put("expires_at", clock.instant().plus(lifetime).toString());
    return secrets.encryptForPlatform(AUDIENCE, claims.toString());
  }

  /// The name in a token; empty if it is none of this installation's, or has expired.
  Optional<String> read(String token) {
    try {
      JsonNode claims = JSON.readTree(secrets.decryptForPlatform(AUDIENCE, token));
      return Instant.parse(claims.path("expires_at").asText()).isAfter(clock.instant())
          ? Optional.of(claims.path("name").asText())
          : Optional.empty();
    } catch (Undecryptable | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
