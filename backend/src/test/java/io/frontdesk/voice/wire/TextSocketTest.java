package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes over a WebSocket, in one piece or many.
class TextSocketTest {
  private final List<String> read = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(new Ear());

  @AfterEach
  void stop() {
    channel.finishAndReleaseAll();
  }

  @Test
  void aTextIsReadInOnePieceOrMany() {
    channel.writeInbound(new TextWebSocketFrame("whole"));
    channel.writeInbound(new TextWebSocketFrame(false, 0, "in "));
    channel.writeInbound(new ContinuationWebSocketFrame(false, 0, "many "));
    channel.writeInbound(new PingWebSocketFrame(buffer("between")));
    channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "pieces"));
    channel.writeInbound(new TextWebSocketFrame("after"));

    assertThat(read).containsExactly("whole", "in many pieces", "after");
  }

  @Test
  void pingsAreAnswered() {
    channel.writeInbound(new PingWebSocketFrame(buffer("are you there?")));

    PongWebSocketFrame pong = channel.readOutbound();
    assertThat(pong.content().toString(UTF_8)).isEqualTo("are you there?");
    pong.release();
  }

  @Test
  void whatIsNoTextIsLeftOut() {
    ByteBuf piece = buffer("binary");
    channel.writeInbound(new BinaryWebSocketFrame(false, 0, piece));
    channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "more of it"));
    channel.writeInbound(new TextWebSocketFrame("text"));

    assertThat(read).containsExactly("text");
    assertThat(piece.refCnt()).isZero();
  }

  @Test
  void aTextOfTooManyPiecesIsNotKept() {
    channel.writeInbound(new TextWebSocketFrame(false, 0, "0123456789"));
    assertThatExceptionOfType(TooLongFrameException.class)
        .isThrownBy(
            () -> channel.writeInbound(new ContinuationWebSocketFrame(false, 0, "0123456789x")));
    channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "the end"));

    assertThat(read).isEmpty();
  }

  @Test
  void theOtherEndsFarewellIsTold() {
    channel.writeInbound(new CloseWebSocketFrame(1001, "going away"));

    assertThat(closed).containsExactly(1001);
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, UTF_8);
  }

  private final class Ear extends TextSocket {
    Ear() {
      super(20);
    }

    @Override
    protected void text(ByteBuf message) {
      read.add(message.toString(UTF_8));
    }

    @Override
    protected void closing(ChannelHandlerContext context, CloseWebSocketFrame close) {
      closed.add(close.statusCode());
    }
  }
}
