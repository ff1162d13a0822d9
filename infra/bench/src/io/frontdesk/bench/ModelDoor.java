package io.frontdesk.bench;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.function.Supplier;

/// Shakes hands with whoever wants a session.
final class ModelDoor extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int MOST_BYTES = 1 << 20;

  private final Supplier<ModelSide> sides;

  private ModelDoor(Supplier<ModelSide> sides) {
    this.sides = sides;
  }

  static void open(Channel made, Supplier<ModelSide> sides) {
    made.pipeline()
        .addLast(new HttpServerCodec(), new HttpObjectAggregator(64 * 1024), new ModelDoor(sides));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String url = "ws://" + request.headers().get(HttpHeaderNames.HOST) + request.uri();
    var handshaker =
        new WebSocketServerHandshakerFactory(url, null, false, MOST_BYTES).newHandshaker(request);
    if (handshaker == null) {
      context.close();
      return;
    }
    var side = sides.get();
    context.pipeline().replace(this, "model", side);
    handshaker
        .handshake(context.channel(), request)
        .addListener(_ -> side.opened(context.pipeline().context(side)));
  }
}
