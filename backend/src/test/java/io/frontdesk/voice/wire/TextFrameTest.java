package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Netty reads the frames that we write by hand.
class TextFrameTest {
  private static final int MOST = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 8, 125, 126, 127, 300, 65_535, 65_536, 200_001})
  void aServersFrameIsRead(int length) {
    ByteBuf frame = Unpooled.buffer();
    TextFrame.begin(frame, length);
    frame.writeBytes(message(length).getBytes(US_ASCII));

    assertThat(frame.readableBytes()).isLessThanOrEqualTo(length + TextFrame.MOST_EXTRA_BYTES);
    assertThat(read(frame, false)).isEqualTo(message(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 8, 125, 126, 127, 300, 65_535, 65_536, 200_001})
  void aClientsFrameIsMaskedAndRead(int length) {
    ByteBuf frame = Unpooled.buffer();
    int mask = TextFrame.beginMasked(frame, length);
    frame.writeBytes(message(length).getBytes(US_ASCII));
    TextFrame.mask(frame, length, mask);

    assertThat(frame.readableBytes()).isLessThanOrEqualTo(length + TextFrame.MOST_EXTRA_BYTES);
    assertThat(read(frame, true)).isEqualTo(message(length));
  }

  private static String read(ByteBuf frame, boolean masked) {
    var channel = new EmbeddedChannel(new WebSocket13FrameDecoder(masked, false, MOST));
    channel.writeInbound(frame);
    TextWebSocketFrame read = channel.readInbound();
    try {
      assertThat(read.isFinalFragment()).isTrue();
      return read.text();
    } finally {
      read.release();
      channel.finishAndReleaseAll();
    }
  }

  private static String message(int length) {
    return "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);
  }
}
