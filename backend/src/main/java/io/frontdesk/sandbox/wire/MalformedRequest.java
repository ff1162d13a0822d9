package io.frontdesk.sandbox.wire;

/// A request whose path, query or form cannot be decoded; the client gets a 400.
final class MalformedRequest extends RuntimeException {
  MalformedRequest(IllegalArgumentException cause) {
    super("the request cannot be decoded: " + cause.getMessage(), cause);
  }
}
