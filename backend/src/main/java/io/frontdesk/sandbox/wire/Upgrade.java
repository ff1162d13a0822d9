package io.frontdesk.sandbox.wire;

import java.util.function.Function;

/// The answer to a request to open a WebSocket.
public sealed interface Upgrade {

  /// The connection stays HTTP: the client gets this response instead of 101.
  record Refused(Response response) implements Upgrade {}

  /// The connection becomes a WebSocket, and the handler made here is called for all that arrives.
  record Accepted(Function<Socket, SocketHandler> handler) implements Upgrade {}
}
