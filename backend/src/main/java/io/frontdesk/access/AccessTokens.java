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
import java.util.Set;
import java.util.UUID;

/// Short-lived ES256 tokens that name one business and either a person with a role in it, or a
/// program with scopes.
@Singleton
class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final String TENANT = "tenant";
  private static final String SESSION = "sid";
  private static final String ROLES = "roles";
  private static final String SCOPE = "scope";

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

  /// A person's token.
  String issue(SignedIn signedIn, UUID session) {
    return sign(
        claims(signedIn.userId(), signedIn.membership().tenantId())
            .claim(SESSION, session.toString())
            .claim(ROLES, List.of(signedIn.membership().role().name().toLowerCase(Locale.ROOT))));
  }

  /// A program's token.
  ///
  /// @param scopes what it may do, separated by spaces
  String issue(TenantId tenant, UUID client, String scopes) {
    return sign(claims(client, tenant).claim(SCOPE, scopes));
  }

  private JWTClaimsSet.Builder claims(UUID subject, TenantId tenant) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .subject(subject.toString())
        .claim(TENANT, tenant.toString());
  }

  private String sign(JWTClaimsSet.Builder builder) {
    Instant now = clock.instant();
    var claims =
        builder
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

  /// What the program that a verified token names may do.
  static Set<String> scopes(Authentication authentication) {
    return authentication.getAttributes().get(SCOPE) instanceof String scopes
        ? Set.of(scopes.split(" ", -1))
        : Set.of();
  }
}
