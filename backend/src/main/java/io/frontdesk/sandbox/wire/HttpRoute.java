package io.frontdesk.sandbox.wire;

/// Answers HTTP requests of one method and path. Called on a virtual thread, so it may block.
@FunctionalInterface
public interface HttpRoute {

  /// The answer to the request.
  ///
  /// @throws Exception if there is none; the client then gets a plain 500
  Response answer(Request request) throws Exception;
}
