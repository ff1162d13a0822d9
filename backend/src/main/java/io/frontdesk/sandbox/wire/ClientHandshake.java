package io.frontdesk.sandbox.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Asks for a WebSocket on a fresh connection and hands the connection over when the server agrees.
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline
final class ClientHandshake extends SimpleChannelInboundHandler<FullHttpResponse> {
  private final WebSocketClientHandshaker handshaker;
  private final Duration timeout;
  private final Function<Socket, SocketHandler> handler;
  private final CompletableFuture<Socket> opened;

  ClientHandshake(
      WebSocketClientProtocolConfig config,
      Duration timeout,
      Function<Socket, SocketHandler> handler,
      CompletableFuture<Socket> opened) {
    this.handshaker =
        WebSocketClientHandshakerFactory.newHandshaker(
            config.webSocketUri(),
            config.version(),
            config.subprotocol(),
            config.allowExtensions(),
            config.customHeaders(),
            config.maxFramePayloadLength());
    this.timeout = timeout;
    this.handler = handler;
    this.opened = opened;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context
        .executor()
        .schedule(
            () -> {
              if (opened.completeExceptionally(new TimeoutException("no handshake in time"))) {
                context.close();
              }
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    if (context.pipeline().get(SslHandler.class) == null) {
      handshaker.handshake(context.channel());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent tls) {
      if (tls.isSuccess()) {
        handshaker.handshake(context.channel());
      } else {
        fail(context, tls.cause());
      }
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
    if (response.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
      fail(context, new HandshakeRefused(response.status().code()));
      return;
    }
    try {
      handshaker.finishHandshake(context.channel(), response);
    } catch (WebSocketHandshakeException e) {
      fail(context, e);
      return;
    }
    var pipeline = context.pipeline();
    pipeline.remove(this);
    if (pipeline.get(HttpObjectAggregator.class) != null) {
      pipeline.remove(HttpObjectAggregator.class);
    }
    var socket = new Socket(context.channel());
    opened.complete(socket);
    SocketFrames.install(pipeline, socket, handler.apply(socket));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    opened.completeExceptionally(new IOException("the server hung up during the handshake"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(context, cause);
  }

  private void fail(ChannelHandlerContext context, Throwable cause) {
    opened.completeExceptionally(cause);
    context.close();
  }
}
