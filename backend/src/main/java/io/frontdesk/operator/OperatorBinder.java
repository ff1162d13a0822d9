package io.frontdesk.operator;

import io.frontdesk.web.RequestException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives a controller the operator that [ManagementGate] let in.
@Singleton
class OperatorBinder implements TypedRequestArgumentBinder<Operator> {
  @Override
  public Argument<Operator> argumentType() {
    return Argument.of(Operator.class);
  }

  @Override
  public BindingResult<Operator> bind(
      ArgumentConversionContext<Operator> context, HttpRequest<?> request) {
    Operator operator =
        request
            .getAttribute(ManagementGate.OPERATOR, Operator.class)
            .orElseThrow(() -> new RequestException.Unauthenticated("Only operators may."));
    return () -> Optional.of(operator);
  }
}
