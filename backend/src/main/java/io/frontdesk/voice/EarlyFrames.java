package io.frontdesk.voice;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps a stream's first frames until its socket is taken over. The caller's side speaks as soon
/// as it is let in, which may be before Micronaut has put its own handlers away.
final class EarlyFrames extends ChannelInboundHandlerAdapter {
  private static final String NAME = "early-frames";

  private final Deque<WebSocketFrame> frames = new ArrayDeque<>();

  /// Begins to keep frames on the connection of this request, on which there are none yet.
  static void keep(HttpRequest<?> request) {
    channel(request)
        .pipeline()
        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, NAME, new EarlyFrames());
  }

  /// Hands the frames on to the handlers that stand there now. On the event loop only.
  static void release(Channel channel) {
    channel.pipeline().remove(NAME);
  }

  static Channel channel(HttpRequest<?> request) {
    return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof WebSocketFrame frame) {
      frames.addLast(frame);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    while (!frames.isEmpty()) {
      WebSocketFrame frame = frames.removeFirst();
      if (context.channel().isActive()) {
        context.fireChannelRead(frame);
      } else {
        ReferenceCountUtil.release(frame);
      }
    }
    context.fireChannelReadComplete();
  }
}
