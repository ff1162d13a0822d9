package io.frontdesk.voice;

import io.frontdesk.voice.mediastream.MediaStreamWriter;
import io.frontdesk.voice.wire.Farewell;
import io.frontdesk.voice.wire.TextFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/// Our end of a call's media stream, once it has begun.
final class PhoneLine {
  /// When more than this is waiting to be sent, nobody takes it any more.
  private static final int MAX_WAITING_BYTES = 8 << 20;

  private final Channel channel;
  private final ChannelHandlerContext door;
  private final MediaStreamWriter writer;

  PhoneLine(Channel channel, String streamSid) {
    this.channel = channel;
    this.door = TextFrame.door(channel);
    this.writer = new MediaStreamWriter(streamSid);
  }

  /// Has audio played after what was sent before.
  /// @param payload base64 µ-law; read, not consumed
  /// @param mark to be sent back when it has been; null for none
  void play(ByteBuf payload, @Nullable String mark) {
    int media = writer.mediaLength(payload);
    int bytes = media + TextFrame.MOST_EXTRA_BYTES;
    ByteBuf frames = frames(mark == null ? bytes : bytes + markBytes(mark));
    TextFrame.begin(frames, media);
    writer.media(frames, payload);
    write(mark == null ? frames : mark(frames, mark));
  }

  void mark(String name) {
    write(mark(frames(markBytes(name)), name));
  }

  /// Stops playing, now.
  void clear() {
    ByteBuf clear = frames(writer.clearLength() + TextFrame.MOST_EXTRA_BYTES);
    TextFrame.begin(clear, writer.clearLength());
    writer.clear(clear);
    write(clear);
    door.flush();
  }

  void flush() {
    door.flush();
    var waiting = channel.unsafe().outboundBuffer();
    if (waiting != null && waiting.totalPendingWriteBytes() > MAX_WAITING_BYTES) {
      channel.close();
    }
  }

  private ByteBuf mark(ByteBuf frames, String name) {
    TextFrame.begin(frames, writer.markLength(name));
    writer.mark(frames, name);
    return frames;
  }

  private int markBytes(String name) {
    return writer.markLength(name) + TextFrame.MOST_EXTRA_BYTES;
  }

  private ByteBuf frames(int bytes) {
    return channel.alloc().directBuffer(bytes);
  }

  private void write(ByteBuf frames) {
    if (Farewell.isSaid(channel) || !channel.isActive()) {
      frames.release();
      return;
    }
    door.write(frames, channel.voidPromise());
  }
}
