package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Lets a media stream in before its handshake is answered: with a token that nobody has used, and
/// signed by the account whose call it is; a test call's from a page of ours. Whoever is refused
/// reaches no model.
///
/// A node that is about to stop lets nobody in: Twilio asks what follows, and is sent elsewhere.
///
/// A token that was used gets its handshake, for Twilio tells its customers no more of a refused
/// one than that; the stream is closed with the reason, and nothing is looked up for it.
@ServerFilter(FrontDoor.STREAM_PATH + "*")
class StreamGuard {
  /// The attribute of the request that holds the call; there is none where the token was used.
  static final String PREPARED = "frontdesk.prepared-call";

  private final MediaTokens tokens;
  private final Signatures signatures;
  private final OwnOrigin origin;
  private final Preparation preparation;
  private final Drain drain;
  private final Executor threads;

  StreamGuard(
      MediaTokens tokens,
      Signatures signatures,
      OwnOrigin origin,
      Preparation preparation,
      Drain drain,
      @Named(TaskExecutors.BLOCKING) Executor threads) {
    this.tokens = tokens;
    this.signatures = signatures;
    this.origin = origin;
    this.preparation = preparation;
    this.drain = drain;
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
            Optional<PreparedCall> call = check(request);
            loop.execute(
                () -> {
                  call.ifPresent(it -> request.setAttribute(PREPARED, it));
                  admitted.complete(request);
                });
          } catch (RuntimeException e) {
            loop.execute(() -> admitted.completeExceptionally(e));
          }
        });
    return admitted;
  }

  /// @return empty if the token was used
  private Optional<PreparedCall> check(HttpRequest<?> request) {
    if (drain.isStopping()) {
      throw new RequestException.Busy("This node is about to stop; another one takes the call.");
    }
    String path = request.getUri().getRawPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    MediaTokens.Stream stream = tokens.find(token).orElseThrow(StreamGuard::no);
    if (stream.used()) {
      return Optional.empty();
    }
    TenantId tenant = stream.tenant();
    return preparation.prepare(
        tenant,
        stream.callId(),
        () -> {
          String account = account(stream, request, path).orElseThrow(StreamGuard::no);
          return Optional.of(account).filter(_ -> tokens.consume(tenant, token));
        });
  }

  /// Whose stream it is, if whoever asks may open it.
  private Optional<String> account(MediaTokens.Stream stream, HttpRequest<?> request, String path) {
    if (!stream.browser()) {
      return signatures.signerOfHandshake(stream.tenant(), request, path);
    }
    return origin.asks(request)
        ? Optional.of(TestCalls.accountSid(stream.tenant()))
        : Optional.empty();
  }

  private static RequestException.Forbidden no() {
    return new RequestException.Forbidden("This stream is not expected.");
  }
}
