package io.frontdesk.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// One connection that watches a tenant. Whoever does not read what it is sent is let go, and finds
/// everything in the snapshot of its next connection.
final class Viewer {
  /// For what is left unread beyond this, nobody waits.
  static final long MOST_WAITING_BYTES = 4 << 20;

  /// After so long a connection must come with a new ticket: its owner may have left the business.
  private static final Duration LIFETIME = Duration.ofHours(1);

  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(30);

  static final int GOING_AWAY = 1001;
  static final int TRY_AGAIN_LATER = 1013;

  private final Channel channel;
  private final AtomicLong waitingBytes = new AtomicLong();

  /// Whether it has got its snapshot; of the feed's thread only.
  private boolean welcomed;

  Viewer(Channel channel) {
    this.channel = channel;
    ScheduledFuture<?> pings =
        channel
            .eventLoop()
            .scheduleAtFixedRate(
                () -> channel.writeAndFlush(new PingWebSocketFrame()),
                BETWEEN_PINGS.toSeconds(),
                BETWEEN_PINGS.toSeconds(),
                TimeUnit.SECONDS);
    ScheduledFuture<?> end =
        channel
            .eventLoop()
            .schedule(
                () -> close(GOING_AWAY, "come again with a new ticket"),
                LIFETIME.toSeconds(),
                TimeUnit.SECONDS);
    channel
        .closeFuture()
        .addListener(
            _ -> {
              pings.cancel(false);
              end.cancel(false);
            });
  }

  boolean isWelcomed() {
    return welcomed;
  }

  /// Sends the snapshot, after which it gets everything that happens.
  void welcome(byte[] snapshot) {
    send(snapshot);
    welcomed = true;
  }

  /// Sends a message after those sent before. Does not wait.
  ///
  /// @param text UTF-8; not changed by anybody
  void send(byte[] text) {
    if (waitingBytes.getAndAdd(text.length) > MOST_WAITING_BYTES) {
      channel.close();
      return;
    }
    ByteBuf message = Unpooled.wrappedBuffer(text);
    channel
        .writeAndFlush(new TextWebSocketFrame(message))
        .addListener(_ -> waitingBytes.addAndGet(-text.length));
  }

  void close(int status, String reason) {
    if (channel.isActive()) {
      channel
          .writeAndFlush(new CloseWebSocketFrame(status, reason))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
