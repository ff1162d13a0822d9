package io.frontdesk.sandbox.wire;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a WebSocket's frames to its owner and answers pings and close frames itself.
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline
final class SocketFrames extends SimpleChannelInboundHandler<WebSocketFrame> {
  static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final int NO_CODE = 1005;
  private static final int LINE_BROKE = 1006;
  private static final Logger log = LoggerFactory.getLogger(SocketFrames.class);

  private final Socket socket;
  private final SocketHandler owner;
  private int code = LINE_BROKE;
  private String reason = "";

  private SocketFrames(Socket socket, SocketHandler owner) {
    this.socket = socket;
    this.owner = owner;
  }

  /// Turns a pipeline whose codec already speaks WebSocket over to the owner.
  static void install(ChannelPipeline pipeline, Socket socket, SocketHandler owner) {
    pipeline.addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES));
    pipeline.addLast(new SocketFrames(socket, owner));
    owner.opened();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> owner.text(text.text());
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> farewell(context, close);
      default -> log.debug("{} ignored", frame.getClass().getSimpleName());
    }
  }

  private void farewell(ChannelHandlerContext context, CloseWebSocketFrame close) {
    code = close.statusCode() == -1 ? NO_CODE : close.statusCode();
    reason = close.reasonText();
    if (socket.isOpen()) {
      socket.closing();
      context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
    } else {
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    socket.closing();
    owner.closed(code, reason);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case TooLongFrameException tooLong ->
          socket.close(WebSocketCloseStatus.MESSAGE_TOO_BIG.code(), "message too big");
      case CorruptedWebSocketFrameException corrupted -> socket.closing(); // the decoder closes
      case java.io.IOException broken -> context.close();
      default -> {
        log.error("a WebSocket's owner failed", cause);
        socket.close(WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(), "internal error");
      }
    }
  }
}
