package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives a controller the tenant of the request's access token: never of its path or body.
@Singleton
public class TenantBinder implements TypedRequestArgumentBinder<TenantId> {
  static final String SIGN_IN = "Sign in and send the access token as `Authorization: Bearer …`.";

  @Override
  public Argument<TenantId> argumentType() {
    return Argument.of(TenantId.class);
  }

  @Override
  public BindingResult<TenantId> bind(
      ArgumentConversionContext<TenantId> context, HttpRequest<?> request) {
    var tenant = tenantOf(request);
    if (tenant.isEmpty()) {
      throw new RequestException.Unauthenticated(SIGN_IN);
    }
    return () -> tenant;
  }

  /// The tenant of the request's access token; empty if it has none.
  public Optional<TenantId> tenantOf(HttpRequest<?> request) {
    return request.getUserPrincipal(Authentication.class).flatMap(AccessTokens::tenant);
  }
}
