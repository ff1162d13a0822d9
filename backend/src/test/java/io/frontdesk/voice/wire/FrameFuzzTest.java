package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged bytes on a socket, in pieces of any size: what we read of them is what Netty's own
/// decoder reads. The long campaign: docs/performance.md.
class FrameFuzzTest {
  private static final int MOST = 1000;

  /// No more is read: a farewell, be it a strange one, or no WebSocket.
  private static final String OVER = "over";

  /// Netty's decoder does not give everything back of what it could not read.
  private static final UnpooledByteBufAllocator COLLECTED = new UnpooledByteBufAllocator(false);

  private final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(true);

  @Test
  void whatNettyReadsWeRead() {
    new Campaign(corpus())
        .run(
            (_, seed, message) -> {
              var random = new Random(seed);
              var cuts = new ArrayList<ByteBuf>();
              while (message.isReadable()) {
                int cut = Math.min(1 + random.nextInt(60), message.readableBytes());
                cuts.add(message.readBytes(cut));
              }
              var ours = ours(cuts);
              var nettys = nettys(cuts);
              if (!ours.contains(OVER)) {
                nettys.remove(OVER); // it does not wait for the rest of a frame that cannot be
              }
              assertThat(ours).isEqualTo(nettys);
            });
    assertThat(memory.metric().usedDirectMemory()).as("bytes that are still ours").isZero();
  }

  /// The texts, and then whether it was ended, for no WebSocket or a farewell.
  private List<String> ours(List<ByteBuf> cuts) {
    var read = new ArrayList<String>();
    var channel =
        new EmbeddedChannel(
            new TextSocket(true, MOST) {
              @Override
              protected void text(ByteBuf message) {
                read.add(message.toString(ISO_8859_1));
              }

              @Override
              protected void closing(ChannelHandlerContext context, CloseWebSocketFrame close) {
                read.add(OVER);
              }
            });
    channel.config().setAllocator(memory);
    for (ByteBuf cut : cuts) {
      try {
        channel.writeInbound(cut.copy());
      } catch (DecoderException e) {
        read.add(OVER);
        break;
      }
    }
    channel.finishAndReleaseAll();
    return read;
  }

  private static List<String> nettys(List<ByteBuf> cuts) {
    var channel =
        new EmbeddedChannel(
            new WebSocket13FrameDecoder(
                WebSocketDecoderConfig.newBuilder()
                    .expectMaskedFrames(true)
                    .allowExtensions(false)
                    .maxFramePayloadLength(MOST)
                    .withUTF8Validator(false)
                    .build()));
    channel.config().setAllocator(COLLECTED);
    var read = new ArrayList<String>();
    boolean corrupted = false;
    for (ByteBuf cut : cuts) {
      try {
        channel.writeInbound(cut.copy());
      } catch (DecoderException e) {
        corrupted = true;
        break;
      }
    }
    for (Object frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
      if (frame instanceof CloseWebSocketFrame close) {
        read.add(OVER);
        close.release();
      } else if (frame instanceof WebSocketFrame other) {
        if (other instanceof TextWebSocketFrame text && text.isFinalFragment()) {
          read.add(text.content().toString(ISO_8859_1));
        }
        other.release();
      }
    }
    if (corrupted) {
      read.add(OVER);
    }
    channel.finishAndReleaseAll();
    return read;
  }

  private static List<ByteBuf> corpus() {
    return List.of(
        bytes(new TextWebSocketFrame("one"), new TextWebSocketFrame("two")),
        bytes(new TextWebSocketFrame("x".repeat(200)), new PingWebSocketFrame()),
        bytes(new PongWebSocketFrame(), new TextWebSocketFrame("y".repeat(MOST))),
        bytes(new TextWebSocketFrame("before"), new CloseWebSocketFrame(1000, "bye")));
  }

  private static ByteBuf bytes(WebSocketFrame... frames) {
    var encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(true));
    encoder.writeOutbound((Object[]) frames);
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    encoder.finishAndReleaseAll();
    return all;
  }
}
