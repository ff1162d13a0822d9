package io.frontdesk.voice.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;

/// How a WebSocket is closed: politely, but waiting for nobody.
public final class Farewell {
  private static final AttributeKey<Boolean> SAID = AttributeKey.valueOf(Farewell.class, "said");
  private static final int PATIENCE_S = 2;

  private Farewell() {}

  /// Says so once. The connection goes when the other end agrees: closed at once, what that is
  /// still sending would break the close frame's way.
  public static void say(Channel channel, int status, String reason) {
    if (channel.isActive() && !isSaid(channel)) {
      remember(channel);
      channel.writeAndFlush(new CloseWebSocketFrame(status, reason));
    }
  }

  /// The other end closes, or agrees that we do.
  public static void answer(Channel channel, CloseWebSocketFrame close) {
    if (isSaid(channel)) {
      channel.close();
    } else {
      remember(channel);
      channel.writeAndFlush(close.retainedDuplicate()).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /// Whether nothing more may be sent.
  public static boolean isSaid(Channel channel) {
    return channel.hasAttr(SAID);
  }

  private static void remember(Channel channel) {
    channel.attr(SAID).set(true);
    var limit = channel.eventLoop().schedule(() -> channel.close(), PATIENCE_S, TimeUnit.SECONDS);
    channel.closeFuture().addListener(_ -> limit.cancel(false));
  }
}
