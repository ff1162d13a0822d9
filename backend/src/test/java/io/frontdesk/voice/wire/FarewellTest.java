package io.frontdesk.voice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How sockets are closed.
class FarewellTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @Test
  void itIsSaidOnceAndTheOtherEndMayAnswer() {
    Farewell.say(channel, 1000, "");
    Farewell.say(channel, 1008, "again");

    CloseWebSocketFrame said = channel.readOutbound();
    assertThat(said.statusCode()).isEqualTo(1000);
    said.release();
    assertThat(channel.<Object>readOutbound()).isNull();
    assertThat(channel.isOpen()).isTrue();
    Farewell.answer(channel, new CloseWebSocketFrame(1000, ""));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whoNeverAnswersIsNotWaitedFor() {
    channel.freezeTime();
    Farewell.say(channel, 1000, "");

    pass(1900);
    assertThat(channel.isOpen()).isTrue();
    pass(100);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whoSaysFarewellAndReadsNoMoreIsNotWaitedFor() {
    channel.freezeTime();
    channel.pipeline().addFirst(new StuckSocket());
    Farewell.answer(channel, new CloseWebSocketFrame(1000, ""));

    assertThat(channel.isOpen()).isTrue();
    pass(2000);
    assertThat(channel.isOpen()).isFalse();
  }

  private void pass(int ms) {
    channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  /// Takes nothing more.
  private static final class StuckSocket extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
    }
  }
}
