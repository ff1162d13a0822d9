package io.frontdesk.voice;

import io.frontdesk.twilio.Signatures;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.address.OwnOrigin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.EventLoop;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Lets a media stream in before its handshake is answered: with a token that nobody has used, and
/// signed by the account whose call it is; a test call's from a page of ours. Whoever is refused
/// reaches no model.
@ServerFilter(FrontDoor.STREAM_PATH + "*")
class StreamGuard {
  static final String PREPARED = "frontdesk.prepared-call";

  private final MediaTokens tokens;
  private final Signatures signatures;
  private final OwnOrigin origin;
  private final Preparation preparation;
  private final Executor threads;

  StreamGuard(
      MediaTokens tokens,
      Signatures signatures,
      OwnOrigin origin,
      Preparation preparation,
      @Named(TaskExecutors.BLOCKING) Executor threads) {
    this.tokens = tokens;
    this.signatures = signatures;
    this.origin = origin;
    this.preparation = preparation;
    this.threads = threads;
  }

  /// Looks and loads on another thread, and goes on with the handshake on the socket's event loop:
  /// Micronaut shakes hands on whichever thread this ends on, and on any other the caller's first
  /// frames may arrive while the pipeline is still being rebuilt.
  ///
  /// @return fails with [RequestException.Forbidden] if the stream is not let in
  @RequestFilter
  CompletableFuture<HttpRequest<?>> admit(HttpRequest<?> request) {
    EventLoop loop =
        ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel().eventLoop();
    var admitted = new CompletableFuture<HttpRequest<?>>();
    threads.execute(
        () -> {
          try {
            PreparedCall call = check(request);
            loop.execute(() -> admitted.complete(request.setAttribute(PREPARED, call)));
          } catch (RuntimeException e) {
            loop.execute(() -> admitted.completeExceptionally(e));
          }
        });
    return admitted;
  }

  private PreparedCall check(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    MediaTokens.Stream stream = tokens.find(token).orElseThrow(StreamGuard::no);
    boolean rightful =
        stream.browser()
            ? origin.asks(request)
            : signatures.isHandshakeSigned(stream.tenant(), request, path);
    if (!rightful || !tokens.consume(token)) {
      throw no();
    }
    return preparation.prepare(stream.tenant(), stream.callId());
  }

  private static RequestException.Forbidden no() {
    return new RequestException.Forbidden("This stream is not expected.");
  }
}
