package io.frontdesk.operator;

import io.frontdesk.audit.Actor;

/// Somebody who runs the installation, as the token says.
///
/// @param address where the request came from
record Operator(OperatorTokens.Token token, String address, String userAgent) {
  String name() {
    return token.operator();
  }

  Actor actor() {
    return Actor.operator(name(), address, userAgent);
  }
}
