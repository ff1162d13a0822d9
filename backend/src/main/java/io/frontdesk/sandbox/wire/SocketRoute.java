package io.frontdesk.sandbox.wire;

/// Decides whether a request may open a WebSocket. Called on the connection's event loop, so it
/// must not block.
@FunctionalInterface
public interface SocketRoute {

  /// Lets the request in or turns it away.
  Upgrade answer(Request request);
}
