package io.frontdesk.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.annotation.Value;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Short-lived ES256 tokens that name a person, one business and a role in it.
@Singleton
class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final String TENANT = "tenant";
  private static final String SESSION = "sid";

  private final SigningKeys keys;
  private final Clock clock;
  private final String issuer;
  private final String audience;

  AccessTokens(
      SigningKeys keys,
      Clock clock,
      @Value("${micronaut.security.token.jwt.claims-validators.issuer}") String issuer,
      @Value("${micronaut.security.token.jwt.claims-validators.audience}") String audience) {
    this.keys = keys;
    this.clock = clock;
    this.issuer = issuer;
    this.audience = audience;
  }

  String issue(SignedIn signedIn, UUID session) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(signedIn.userId().toString())
            .claim(TENANT, signedIn.membership().tenantId().toString())
            .claim(SESSION, session.toString())
            .claim("roles", List.of(signedIn.membership().role().name().toLowerCase(Locale.ROOT)))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    try {
      return keys.sign(claims).serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("could not sign an access token", e);
    }
  }

  /// The business that a verified token names.
  static Optional<TenantId> tenant(Authentication authentication) {
    return authentication.getAttributes().get(TENANT) instanceof String tenant
        ? Optional.of(TenantId.parse(tenant))
        : Optional.empty();
  }

  /// The person that a verified token names; empty if it is a program's.
  static Optional<Person> person(Authentication authentication) {
    return authentication.getAttributes().get(SESSION) instanceof String session
        ? tenant(authentication)
            .map(
                tenant ->
                    new Person(
                        UUID.fromString(authentication.getName()),
                        tenant,
                        UUID.fromString(session)))
        : Optional.empty();
  }
}
