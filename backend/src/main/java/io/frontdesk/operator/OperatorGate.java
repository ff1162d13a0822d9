package io.frontdesk.operator;

import io.frontdesk.web.RequestException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Lets no operator in whose token was revoked. Asks the database, and so comes after
/// [ManagementGate], which turns away whoever has none.
@ServerFilter(ManagementGate.OPERATORS + "/**")
class OperatorGate implements Ordered {
  private final TokenRegister register;

  OperatorGate(TokenRegister register) {
    this.register = register;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 200;
  }

  /// @throws RequestException.Unauthenticated if the token was revoked
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    Operator operator =
        request
            .getAttribute(ManagementGate.OPERATOR, Operator.class)
            .orElseThrow(() -> new RequestException.Unauthenticated("Only operators may."));
    if (!register.admits(operator.token(), operator.address())) {
      throw new RequestException.Unauthenticated(
          "This token was revoked. Make another one with the command `operator token <name>`.");
    }
  }
}
