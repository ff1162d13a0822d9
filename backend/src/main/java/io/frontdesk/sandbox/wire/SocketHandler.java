package io.frontdesk.sandbox.wire;

/// What one WebSocket's owner does with what arrives. All methods are called on the connection's
/// event loop, one at a time, in order; they must not block.
public interface SocketHandler {

  /// The handshake is over; messages may be sent.
  default void opened() {}

  /// A whole text message came in, fragments already joined.
  void text(String message);

  /// The connection is gone; called exactly once after `opened`, and last.
  ///
  /// @param code as the other side's close frame gave it; 1005 if it named none, 1006 if the line
  ///     broke
  /// @param reason empty if none was given
  void closed(int code, String reason);
}
