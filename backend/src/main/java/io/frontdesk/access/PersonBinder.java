package io.frontdesk.access;

import io.frontdesk.web.RequestException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives a controller the person of the request's access token.
@Singleton
public class PersonBinder implements TypedRequestArgumentBinder<Person> {
  @Override
  public Argument<Person> argumentType() {
    return Argument.of(Person.class);
  }

  @Override
  public BindingResult<Person> bind(
      ArgumentConversionContext<Person> context, HttpRequest<?> request) {
    Authentication authentication =
        request
            .getUserPrincipal(Authentication.class)
            .orElseThrow(() -> new RequestException.Unauthenticated(TenantBinder.SIGN_IN));
    Person person =
        AccessTokens.person(authentication)
            .orElseThrow(
                () ->
                    new RequestException.Forbidden(
                        "This is about a person; the token is a program's. Log in instead."));
    return () -> Optional.of(person);
  }

  /// The person of the request's access token; empty if it has none, or a program's.
  public Optional<Person> personOf(HttpRequest<?> request) {
    return request.getUserPrincipal(Authentication.class).flatMap(AccessTokens::person);
  }
}
