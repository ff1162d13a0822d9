package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.mediastream.MediaStreamReader;
import io.frontdesk.voice.wire.Farewell;
import io.frontdesk.voice.wire.TextSocket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a media stream's frames for its [VoiceBridge], in place of Micronaut's own handler.
final class StreamHandler extends TextSocket {
  /// Texts up to this size are read and, if too large, left out; larger ones end the stream.
  static final int MAX_BYTES = 16 << 20;

  /// So many pauses in a row are too long.
  static final int PAUSES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

  private final VoiceBridge bridge;
  private final MediaStreamReader reader;
  private int pauses;

  StreamHandler(VoiceBridge bridge) {
    super(MAX_BYTES);
    this.bridge = bridge;
    this.reader = new MediaStreamReader(bridge.drops());
  }

  @Override
  protected void text(ByteBuf message) {
    pauses = 0;
    MediaStreamEvent event = reader.read(message);
    if (event != null) {
      bridge.heard(event);
    }
  }

  @Override
  protected void closing(ChannelHandlerContext context, CloseWebSocketFrame close) {
    bridge.hungUp();
    Farewell.answer(context.channel(), close);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bridge.hungUp();
  }

  /// A stream that says nothing for so long is dead, whatever its connection believes. Where this
  /// machine stood still itself, what came meanwhile is read after the first pause.
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent && ++pauses == PAUSES) {
      bridge.hearsNothing();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.info("A media stream broke: {}", cause.toString()); // who hangs up hears no more
    } else {
      LOG.warn("A media stream broke", cause);
    }
    context.close();
  }
}
