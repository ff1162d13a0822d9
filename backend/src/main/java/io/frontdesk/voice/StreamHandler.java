package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.mediastream.MediaStreamReader;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/// Reads a media stream's frames for its [VoiceBridge], in place of Micronaut's own handler.
final class StreamHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
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
      case CloseWebSocketFrame _ -> {
        bridge.hungUp();
        PhoneLine.close(context.channel(), 1000, "");
      }
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bridge.hungUp();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
