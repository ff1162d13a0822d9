package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.mediastream.MediaStreamReader;
import io.frontdesk.voice.wire.Farewell;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a media stream's frames for its [VoiceBridge], in place of Micronaut's own handler.
final class StreamHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

  private final VoiceBridge bridge;
  private final MediaStreamReader reader;

  StreamHandler(VoiceBridge bridge) {
    this.bridge = bridge;
    this.reader = new MediaStreamReader(bridge.drops());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> {
        MediaStreamEvent event = reader.read(text.content());
        if (event != null) {
          bridge.heard(event);
        }
      }
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> {
        bridge.hungUp();
        Farewell.answer(context.channel(), close);
      }
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bridge.hungUp();
  }

  /// A stream that says nothing for so long is dead, whatever its connection believes.
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.warn("A media stream broke", cause);
    context.close();
  }
}
