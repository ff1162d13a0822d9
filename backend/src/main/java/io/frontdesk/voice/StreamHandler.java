package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.mediastream.MediaStreamReader;
import io.frontdesk.voice.wire.Farewell;
import io.frontdesk.voice.wire.TextSocket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a media stream's frames for its [VoiceBridge], in place of Netty's and Micronaut's own
/// handlers.
final class StreamHandler extends TextSocket {
  /// Texts up to this size are read and, if too large, left out; larger ones end the stream.
  static final int MAX_BYTES = 16 << 20;

  /// So many looks in a row at which nothing had come are too many.
  private static final int LOOKS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

  private final VoiceBridge bridge;
  private final MediaStreamReader reader;
  private final long lookMs;
  private @Nullable ScheduledFuture<?> looking;
  private int looks;

  /// @param longestPause a stream that says nothing for so long is dead, whatever its connection
  /// believes
  StreamHandler(VoiceBridge bridge, Duration longestPause) {
    super(true, MAX_BYTES);
    this.bridge = bridge;
    this.lookMs = longestPause.dividedBy(LOOKS).toMillis();
    this.reader = new MediaStreamReader(bridge.drops());
  }

  @Override
  protected void text(ByteBuf message) {
    looks = 0;
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

  /// Where this machine stood still itself, what came meanwhile is read between two looks.
  private void look(EventLoop loop) {
    if (++looks > LOOKS) {
      bridge.hearsNothing();
    } else {
      looking = loop.schedule(() -> look(loop), lookMs, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    look(context.channel().eventLoop());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (looking != null) {
      looking.cancel(false);
    }
    super.handlerRemoved(context);
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
