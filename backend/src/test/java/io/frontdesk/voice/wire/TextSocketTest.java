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
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes over a WebSocket, in one piece or many. The frames are Netty's.
class TextSocketTest {
  private static final int MOST = 100_000;

  private final List<String> read = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(new Ear(true));

  @AfterEach
  void stop() {
    channel.finishAndReleaseAll();
  }

  @Test
  void aTextIsReadInOnePieceOrMany() {
    comes(new TextWebSocketFrame("whole"));
    comes(new TextWebSocketFrame(false, 0, "in "));
    comes(new ContinuationWebSocketFrame(false, 0, "many "));
    comes(new PingWebSocketFrame(buffer("between")));
    comes(new ContinuationWebSocketFrame(true, 0, "pieces"));
    comes(new TextWebSocketFrame("after"));

    assertThat(read).containsExactly("whole", "in many pieces", "after");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 127, 65_535, 65_536, MOST})
  void aTextOfAnyLengthIsReadHoweverItIsCut(int length) {
    String text = "é".repeat(length / 2) + "x".repeat(length % 2);
    for (boolean ofClient : new boolean[] {true, false}) {
      for (int cut : new int[] {1, 3, 100, 1 << 20}) {
        if (length / cut < 5000) {
          read.clear();
          var fresh = new EmbeddedChannel(new Ear(ofClient));
          ByteBuf bytes =
              Unpooled.wrappedBuffer(
                  bytes(ofClient, new TextWebSocketFrame(text)),
                  bytes(ofClient, new TextWebSocketFrame("next")));
          while (bytes.isReadable()) {
            fresh.writeInbound(bytes.readBytes(Math.min(cut, bytes.readableBytes())));
          }
          bytes.release();
          fresh.finishAndReleaseAll();

          assertThat(read).as("in pieces of %d", cut).containsExactly(text, "next");
        }
      }
    }
  }

  @Test
  void aTextThatSomebodyKeepsStaysAsItWas() {
    var kept = new ArrayList<ByteBuf>();
    var keeper =
        new EmbeddedChannel(
            new TextSocket(true, MOST) {
              @Override
              protected void text(ByteBuf message) {
                kept.add(message.retain());
              }

              @Override
              protected void closing(ChannelHandlerContext context, CloseWebSocketFrame close) {}
            });
    ByteBuf bytes = Unpooled.buffer();
    for (int i = 0; i < 50; i++) {
      ByteBuf one = bytes(true, new TextWebSocketFrame("text " + i));
      bytes.writeBytes(one);
      one.release();
    }
    while (bytes.isReadable()) {
      keeper.writeInbound(bytes.readBytes(Math.min(17, bytes.readableBytes())));
    }
    bytes.release();

    for (int i = 0; i < 50; i++) {
      assertThat(kept.get(i).toString(UTF_8)).isEqualTo("text " + i);
      kept.get(i).release();
    }
    keeper.finishAndReleaseAll();
  }

  @Test
  void pingsAreAnswered() {
    comes(new PingWebSocketFrame(buffer("are you there?")));

    PongWebSocketFrame pong = channel.readOutbound();
    assertThat(pong.content().toString(UTF_8)).isEqualTo("are you there?");
    pong.release();
  }

  @Test
  void whatIsNoTextIsLeftOut() {
    comes(new BinaryWebSocketFrame(false, 0, buffer("binary")));
    comes(new ContinuationWebSocketFrame(true, 0, "more of it"));
    comes(new BinaryWebSocketFrame(buffer("binary")));
    comes(new PongWebSocketFrame(buffer("unasked for")));
    comes(new TextWebSocketFrame("text"));

    assertThat(read).containsExactly("text");
  }

  @Test
  void aTextOfTooManyPiecesIsNotKept() {
    comes(new TextWebSocketFrame(false, 0, "x".repeat(MOST)));
    assertThatExceptionOfType(TooLongFrameException.class)
        .isThrownBy(() -> comes(new ContinuationWebSocketFrame(false, 0, "y")));
    comes(new ContinuationWebSocketFrame(true, 0, "the end"));

    assertThat(read).isEmpty();
  }

  @Test
  void aLongerTextThanMayBeEndsTheConnectionBeforeItIsRead() {
    ByteBuf bytes = bytes(true, new TextWebSocketFrame("x".repeat(MOST + 1)));

    assertThatExceptionOfType(CorruptedWebSocketFrameException.class)
        .isThrownBy(() -> channel.writeInbound(bytes.readBytes(20)));
    bytes.release();
    assertThat(farewell()).isEqualTo(1009);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c1 80 00000000", // an extension
        "81 01 78", // a client that does not mask
        "83 80 00000000", // a kind that there is none of
        "8b 80 00000000",
        "09 80 00000000", // a ping in pieces
        "89 fe 0080 00000000", // a long ping
        "80 80 00000000", // a piece of nothing
        "01 80 00000000 81 80 00000000", // a message in the midst of another
      })
  void whatIsNoWebSocketEndsTheConnection(String hex) {
    ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));

    assertThatExceptionOfType(CorruptedWebSocketFrameException.class)
        .isThrownBy(() -> channel.writeInbound(bytes));
    assertThat(farewell()).isEqualTo(1002);
    comes(new TextWebSocketFrame("too late"));
    assertThat(read).isEmpty();
  }

  @Test
  void theOtherEndsFarewellIsToldAndNothingAfterIt() {
    comes(new CloseWebSocketFrame(1001, "going away"));
    comes(new TextWebSocketFrame("and another thing"));

    assertThat(closed).containsExactly(1001);
    assertThat(read).isEmpty();
  }

  private void comes(WebSocketFrame frame) {
    channel.writeInbound(bytes(true, frame));
  }

  private int farewell() {
    CloseWebSocketFrame close = channel.readOutbound();
    try {
      return close.statusCode();
    } finally {
      close.release();
    }
  }

  private static ByteBuf bytes(boolean ofClient, WebSocketFrame frame) {
    var encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(ofClient));
    encoder.writeOutbound(frame);
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    encoder.finishAndReleaseAll();
    return all;
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, UTF_8);
  }

  private final class Ear extends TextSocket {
    Ear(boolean ofClient) {
      super(ofClient, MOST);
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
