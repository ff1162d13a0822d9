package io.frontdesk.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Takes no token that is good for ever: the framework looks at an expiry only where there is one.
@Singleton
class ExpiringClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {
  @Override
  public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
    return claims.get(Claims.EXPIRATION_TIME) != null;
  }
}
