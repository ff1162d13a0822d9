package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamWriter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;

/// Our end of a call's media stream, once it has begun.
final class PhoneLine {
  /// When more than this is waiting to be sent, nobody takes it any more.
  private static final int MAX_WAITING_BYTES = 8 << 20;

  private static final AttributeKey<Boolean> CLOSING =
      AttributeKey.valueOf(PhoneLine.class, "closing");
  private static final int FAREWELL_S = 2;

  private final Channel channel;
  private final MediaStreamWriter writer;

  PhoneLine(Channel channel, String streamSid) {
    this.channel = channel;
    this.writer = new MediaStreamWriter(streamSid);
  }

  /// Has audio played after what was sent before, and its mark sent back when it has been.
  /// @param payload base64 µ-law; read, not consumed
  void play(ByteBuf payload, String mark) {
    write(writer.media(channel.alloc(), payload));
    mark(mark);
  }

  void mark(String name) {
    write(writer.mark(channel.alloc(), name));
  }

  /// Stops playing, now.
  void clear() {
    write(writer.clear(channel.alloc()));
    channel.flush();
  }

  void flush() {
    channel.flush();
    var waiting = channel.unsafe().outboundBuffer();
    if (waiting != null && waiting.totalPendingWriteBytes() > MAX_WAITING_BYTES) {
      channel.close();
    }
  }

  /// Closes a stream; once asked, nothing more is asked. The connection goes when the other end
  /// agrees: closed at once, what it is sending meanwhile would break the close frame's way.
  static void close(Channel channel, int status, String reason) {
    if (channel.isActive() && channel.attr(CLOSING).setIfAbsent(true) == null) {
      channel.writeAndFlush(new CloseWebSocketFrame(status, reason));
      channel.eventLoop().schedule(() -> channel.close(), FAREWELL_S, TimeUnit.SECONDS);
    }
  }

  /// The other end closes, or agrees that we do.
  static void agreeToClose(Channel channel, CloseWebSocketFrame close) {
    if (channel.attr(CLOSING).setIfAbsent(true) == null) {
      channel.writeAndFlush(close.retainedDuplicate()).addListener(ChannelFutureListener.CLOSE);
    } else {
      channel.close();
    }
  }

  private void write(ByteBuf message) {
    if (channel.hasAttr(CLOSING)) {
      message.release();
      return;
    }
    channel.write(new TextWebSocketFrame(message));
  }
}
