package io.frontdesk.operator;

import io.frontdesk.web.RequestException;
import io.frontdesk.web.address.ClientAddress;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Optional;

/// Keeps the two ports apart: operators' addresses are unknown at the public one, and at theirs
/// nothing else is served but what watches the service. Whoever comes as an operator shows a token.
@ServerFilter("/**")
class ManagementGate implements Ordered {
  static final String OPERATOR = "frontdesk.operator";
  static final String OPERATORS = "/operator";
  private static final List<String> WATCHED = List.of("/health", "/info", "/prometheus");
  private static final String BEARER = "Bearer ";

  private final Management management;
  private final OperatorTokens tokens;

  ManagementGate(Management management, OperatorTokens tokens) {
    this.management = management;
    this.tokens = tokens;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 100;
  }

  /// @throws RequestException.NotFound if this is not the port for it
  /// @throws RequestException.Unauthenticated if an operator's address is asked for without a token
  @RequestFilter
  void admit(HttpRequest<?> request) {
    boolean asksAsOperator = isAt(request, OPERATORS);
    if (!management.isAsked(request)) {
      if (asksAsOperator) {
        throw new RequestException.NotFound("address", request.getPath());
      }
      return;
    }
    if (asksAsOperator) {
      request.setAttribute(OPERATOR, operator(request));
    } else if (WATCHED.stream().noneMatch(path -> isAt(request, path))) {
      throw new RequestException.NotFound("address", request.getPath());
    }
  }

  private Operator operator(HttpRequest<?> request) {
    String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    OperatorTokens.Token token =
        (shown != null && shown.startsWith(BEARER)
                ? tokens.read(shown.substring(BEARER.length()).strip())
                : Optional.<OperatorTokens.Token>empty())
            .orElseThrow(
                () ->
                    new RequestException.Unauthenticated(
                        "Make a token with the command `operator token <name>` and send it as"
                            + " `Authorization: Bearer …`."));
    String userAgent = request.getHeaders().get(HttpHeaders.USER_AGENT);
    return new Operator(
        token,
        ClientAddress.of(request).getHostAddress(),
        userAgent == null ? "" : userAgent.substring(0, Math.min(200, userAgent.length())));
  }

  private static boolean isAt(HttpRequest<?> request, String path) {
    return request.getPath().equals(path) || request.getPath().startsWith(path + "/");
  }
}
