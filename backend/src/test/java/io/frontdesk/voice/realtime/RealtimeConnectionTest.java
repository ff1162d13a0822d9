package io.frontdesk.voice.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import io.frontdesk.voice.wire.Drops;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a session is reached.
class RealtimeConnectionTest {
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @AfterEach
  void stop() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void aNameIsLookedUpWithTheAddressAndNeverOnTheEventLoop() {
    var named = RealtimeAddress.of(configuration("wss://localhost/v1/realtime"), "a model");

    assertThat(named.socket().isUnresolved()).isFalse();
    assertThat(named.socket().getPort()).isEqualTo(443);
    assertThat(named.uri()).hasToString("wss://localhost/v1/realtime?model=a+model");

    // The event loop could look this one up, but it does not.
    var unknown =
        new RealtimeAddress(
            named.uri(), InetSocketAddress.createUnresolved("localhost", 1), named.key());
    assertThat(lost(unknown)).contains("UnresolvedAddressException");
  }

  @Test
  void whereNobodyListensTheSessionIsLost() {
    var nobody = RealtimeAddress.of(configuration("ws://127.0.0.1:1/v1/realtime"), "m");

    assertThat(lost(nobody)).contains("cannot connect");
  }

  private String lost(RealtimeAddress address) {
    var reason = new CompletableFuture<String>();
    var listener =
        new SpeechSession.Listener() {
          @Override
          public void said(SpeechEvent event) {}

          @Override
          public void lost(String why) {
            reason.complete(why);
          }
        };
    EventLoop loop = loops.next();
    loop.execute(
        () ->
            RealtimeConnection.open(loop, NioSocketChannel.class, address, new Drops(), listener));
    return reason.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static OpenAiConfiguration configuration(String realtime) {
    return new OpenAiConfiguration(null, "a key", URI.create(realtime), "m", "m", "m");
  }
}
