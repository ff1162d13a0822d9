package io.frontdesk.voice.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// WebSocket text frames written by hand, so that a message goes from where it is made to the
/// socket in one buffer: Netty's encoder, which passes plain buffers on as they are, would copy it
/// into another.
/// Source: https://www.rfc-editor.org/rfc/rfc6455#section-5.2
public final class TextFrame {
  /// What a frame takes beside its message, at most.
  public static final int MOST_EXTRA_BYTES = 14;

  private static final int WHOLE_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int MOST_IN_TWO_BYTES = 0xFFFF;

  private TextFrame() {}

  /// Where frames that were written by hand are sent from: past the encoder and whatever stands
  /// behind it, each of which would have a look at them.
  ///
  /// @throws NullPointerException if the channel is no WebSocket, or not yet
  public static ChannelHandlerContext door(Channel channel) {
    return Objects.requireNonNull(channel.pipeline().context(WebSocket13FrameEncoder.class));
  }

  /// Begins a server's frame, which a message of so many bytes must follow.
  public static void begin(ByteBuf to, int length) {
    begin(to, length, 0);
  }

  /// Begins a client's frame, which a message of so many bytes must follow, and then [#mask].
  ///
  /// @return the frame's mask
  public static int beginMasked(ByteBuf to, int length) {
    begin(to, length, MASKED);
    int mask = ThreadLocalRandom.current().nextInt();
    to.writeInt(mask);
    return mask;
  }

  /// Masks a message where it lies.
  ///
  /// @param length of the message, which is the last that was written
  public static void mask(ByteBuf in, int length, int mask) {
    mask(in, in.writerIndex() - length, in.writerIndex(), mask);
  }

  /// Masks what lies between `from` and `end`, or takes the mask off again.
  static void mask(ByteBuf in, int from, int end, int mask) {
    int at = from;
    long twice = ((long) mask << 32) | (mask & 0xFFFF_FFFFL);
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      in.setLong(at, in.getLong(at) ^ twice);
    }
    for (int shift = 24; at < end; at++, shift = (shift - 8) & 31) {
      in.setByte(at, in.getByte(at) ^ (mask >> shift));
    }
  }

  private static void begin(ByteBuf to, int length, int masked) {
    to.writeByte(WHOLE_TEXT);
    if (length <= SHORT) {
      to.writeByte(masked | length);
    } else if (length <= MOST_IN_TWO_BYTES) {
      to.writeByte(masked | TWO_BYTES).writeShort(length);
    } else {
      to.writeByte(masked | EIGHT_BYTES).writeLong(length);
    }
  }
}
