package io.frontdesk.sandbox.wire;

/// A server answered a request for a WebSocket with something else than 101.
public final class HandshakeRefused extends RuntimeException {
  private final int status;

  HandshakeRefused(int status) {
    super("the server answered %d instead of 101".formatted(status));
    this.status = status;
  }

  public int status() {
    return status;
  }
}
