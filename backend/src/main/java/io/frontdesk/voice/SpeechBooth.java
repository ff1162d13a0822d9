package io.frontdesk.voice;

import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechModel;
import io.frontdesk.voice.wire.Drops;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// Where models speak on no call.
@Singleton
class SpeechBooth {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /// Has a model say a sentence. Blocks.
  ///
  /// @param then makes what is wanted of the take and its sound: G.711 µ-law, 8 kHz, mono
  /// @throws IllegalStateException if it cannot be done now
  <T> T say(
      SpeechModel model,
      SessionConfig session,
      String words,
      Duration patience,
      BiFunction<Take, byte[], T> then) {
    var take = new Take(session, words);
    EventLoop loop = loops.next();
    loop.execute(() -> take.in(model.open(loop, NioSocketChannel.class, new Drops(), take)));
    try {
      return then.apply(take, take.await(patience));
    } finally {
      loop.execute(take::close);
    }
  }

  @PreDestroy
  void stop() {
    var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
