package io.frontdesk.sandbox.wire;

/// A server cannot listen because another program holds its port; the message is for the person who
/// started it.
public final class PortTaken extends RuntimeException {
  PortTaken(String server, int port, Throwable cause) {
    super(
        ("Port %d is taken: %s cannot listen there; stop the other program or choose another port"
                + " (0 = any free one).")
            .formatted(port, server),
        cause);
  }
}
