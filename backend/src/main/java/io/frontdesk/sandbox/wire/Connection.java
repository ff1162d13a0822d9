package io.frontdesk.sandbox.wire;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection while it speaks HTTP: answers its requests one after the other, or
/// becomes a WebSocket.
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int MAX_WAITING = 100;
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private final Routes<HttpRoute> http;
  private final Routes<SocketRoute> sockets;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean busy;

  private record Waiting(Request request, boolean keepAlive) {}

  Connection(Routes<HttpRoute> http, Routes<SocketRoute> sockets) {
    this.http = http;
    this.sockets = sockets;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
    var keepAlive = HttpUtil.isKeepAlive(message);
    if (message.decoderResult().isFailure()) {
      send(context.channel(), Response.text(400, "not an HTTP request"), false);
      return;
    }
    var request = read(message);
    if (wantsSocket(message)) {
      upgrade(context, message, request);
    } else if (waiting.size() >= MAX_WAITING) {
      context.close();
    } else {
      waiting.add(new Waiting(request, keepAlive));
      next(context.channel());
    }
  }

  private void next(Channel channel) {
    if (busy) {
      return;
    }
    var head = waiting.poll();
    if (head == null) {
      return;
    }
    busy = true;
    Thread.ofVirtual()
        .start(
            () -> {
              var response = answer(head.request);
              try {
                channel.eventLoop().execute(() -> answered(channel, response, head.keepAlive));
              } catch (RejectedExecutionException stopped) {
                log.debug("an answer came after the server was stopped");
              }
            });
  }

  private void answered(Channel channel, Response response, boolean keepAlive) {
    send(channel, response, keepAlive);
    busy = false;
    next(channel);
  }

  private Response answer(Request request) {
    try {
      var match = http.find(request.method(), request.path());
      return match.isPresent()
          ? match.get().target().answer(request.at(match.get().parameters()))
          : nothingAt(request.path());
    } catch (MalformedRequest e) {
      return malformed(e);
    } catch (Exception e) {
      log.error("no answer to {}", request, e);
      return Response.text(500, "the stand-in failed: " + e);
    }
  }

  private Response nothingAt(String path) {
    var methods = http.methods(path);
    return methods.isEmpty()
        ? Response.text(404, "nothing at " + path)
        : Response.text(405, "not here").with("Allow", String.join(", ", methods));
  }

  private static Response malformed(MalformedRequest e) {
    return Response.text(400, String.valueOf(e.getMessage()));
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest message, Request request) {
    switch (answerUpgrade(request)) {
      case Upgrade.Refused(Response response) -> send(context.channel(), response, false);
      case Upgrade.Accepted accepted -> open(context, message, accepted);
    }
  }

  private Upgrade answerUpgrade(Request request) {
    try {
      return sockets
          .find("GET", request.path())
          .map(found -> found.target().answer(request.at(found.parameters())))
          .orElseGet(() -> new Upgrade.Refused(Response.text(404, "no WebSocket here")));
    } catch (MalformedRequest e) {
      return new Upgrade.Refused(malformed(e));
    }
  }

  private void open(
      ChannelHandlerContext context, FullHttpRequest message, Upgrade.Accepted accepted) {
    var url = "ws://" + message.headers().get(HttpHeaderNames.HOST, "localhost") + message.uri();
    var handshaker =
        new WebSocketServerHandshakerFactory(url, null, false, SocketFrames.MAX_MESSAGE_BYTES)
            .newHandshaker(message);
    var channel = context.channel();
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
      return;
    }
    handshaker.handshake(channel, message);
    var pipeline = channel.pipeline();
    pipeline.remove(this);
    if (pipeline.get(HttpObjectAggregator.class) != null) {
      pipeline.remove(HttpObjectAggregator.class);
    }
    var socket = new Socket(channel);
    SocketFrames.install(pipeline, socket, accepted.handler().apply(socket));
  }

  private static boolean wantsSocket(FullHttpRequest message) {
    HttpHeaders headers = message.headers();
    return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  private static Request read(FullHttpRequest message) {
    return new Request(
        message.method().name(),
        message.uri(),
        message.headers().copy(),
        ByteBufUtil.getBytes(message.content()),
        Map.of());
  }

  private static void send(Channel channel, Response response, boolean keepAlive) {
    FullHttpResponse message =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            Unpooled.wrappedBuffer(response.body()));
    response.headers().forEach(message.headers()::set);
    HttpUtil.setContentLength(message, response.body().length);
    HttpUtil.setKeepAlive(message, keepAlive);
    var sent = channel.writeAndFlush(message);
    if (!keepAlive) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("connection lost", cause);
    context.close();
  }
}
