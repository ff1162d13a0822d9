package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamWriter;
import io.frontdesk.voice.wire.Farewell;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/// Our end of a call's media stream, once it has begun.
final class PhoneLine {
  /// When more than this is waiting to be sent, nobody takes it any more.
  private static final int MAX_WAITING_BYTES = 8 << 20;

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

  private void write(ByteBuf message) {
    if (Farewell.isSaid(channel)) {
      message.release();
      return;
    }
    channel.write(new TextWebSocketFrame(message));
  }
}
