package io.frontdesk.web.arrival;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose request does not arrive in time. It stands before the codec, to see
/// bytes, with an [End] behind it, to see what they became. A request that arrives in one piece
/// costs no timer. Once the connection is a WebSocket's it takes itself away.
final class Arrival extends ChannelInboundHandlerAdapter {
  private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

  private final ArrivalLimits limits;
  private final End end = new End();
  private Phase phase = Phase.NOTHING;
  private @Nullable Future<?> timer;

  /// What the request says that its body has.
  private long announced;

  private enum Phase {
    NOTHING,
    HEADERS,
    BODY
  }

  private Arrival(ArrivalLimits limits) {
    this.limits = limits;
  }

  /// Watches over an HTTP/1.1 connection.
  static void watch(ChannelPipeline pipeline, ArrivalLimits limits) {
    if (pipeline.get(CODEC) != null && pipeline.get(Arrival.class) == null) {
      var arrival = new Arrival(limits);
      pipeline.addBefore(CODEC, "arrival", arrival);
      pipeline.addAfter(CODEC, "arrival-end", arrival.end);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (context.pipeline().get(CODEC) == null) {
      context.fireChannelRead(bytes);
      context.pipeline().remove(end);
      context.pipeline().remove(this);
      return;
    }
    if (phase == Phase.NOTHING) {
      phase = Phase.HEADERS;
    }
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (phase != Phase.NOTHING && timer == null) {
      Duration limit =
          phase == Phase.HEADERS ? limits.headersWithin() : limits.bodyWithin(announced);
      timer =
          context
              .executor()
              .schedule(() -> context.close(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    enter(Phase.NOTHING);
  }

  private void enter(Phase next) {
    phase = next;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /// Zero if it does not say so.
  private static long length(HttpRequest request) {
    try {
      return HttpUtil.getContentLength(request, 0L);
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }

  private final class End extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        announced = length(request);
        enter(Phase.BODY);
      }
      if (message instanceof LastHttpContent) {
        enter(Phase.NOTHING);
      }
      context.fireChannelRead(message);
    }
  }
}
