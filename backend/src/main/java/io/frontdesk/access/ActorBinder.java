package io.frontdesk.access;

import io.frontdesk.audit.Actor;
import io.frontdesk.web.RequestException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Gives a controller whoever the request's access token was issued to, for the audit log.
@Singleton
class ActorBinder implements TypedRequestArgumentBinder<Actor> {
  @Override
  public Argument<Actor> argumentType() {
    return Argument.of(Actor.class);
  }

  @Override
  public BindingResult<Actor> bind(
      ArgumentConversionContext<Actor> context, HttpRequest<?> request) {
    Authentication authentication =
        request
            .getUserPrincipal(Authentication.class)
            .orElseThrow(() -> new RequestException.Unauthenticated(TenantBinder.SIGN_IN));
    Actor actor = actor(authentication, Device.of(request));
    return () -> Optional.of(actor);
  }

  private static Actor actor(Authentication authentication, Device device) {
    UUID id = UUID.fromString(authentication.getName());
    return AccessTokens.person(authentication).isPresent()
        ? Actor.user(id, device.address(), device.userAgent())
        : Actor.apiClient(id, device.address(), device.userAgent());
  }
}
