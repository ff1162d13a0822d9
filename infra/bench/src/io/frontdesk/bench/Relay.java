package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.net.URI;

/// The least that a voice bridge can be, to be measured beside ours: answers a call with the
/// address of a stream, and splices the payload of each frame into one for the other side. It
/// checks nothing, stores nothing, and knows no conversation; when the model hears speech it sends
/// `clear`.
///
/// Started as a process of its own: `Relay MODEL`. It prints the port it listens on.
final class Relay {
  private Relay() {}

  public static void main(String[] args) {
    System.out.println("port " + start(URI.create(args[0])));
  }

  /// @return the port it listens on
  static int start(URI model) {
    Channel server =
        new ServerBootstrap()
            .group(new MultiThreadIoEventLoopGroup(EpollIoHandler.newFactory()))
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 2048)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel made) {
                    made.pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(64 * 1024),
                            new Door(model));
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  private static final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final URI model;

    Door(URI model) {
      this.model = model;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      String stream = "ws://" + request.headers().get(HttpHeaderNames.HOST) + "/stream";
      if (request.method().equals(HttpMethod.POST)) {
        answer(context, stream);
        return;
      }
      var handshaker =
          new WebSocketServerHandshakerFactory(stream, null, false, 1 << 20).newHandshaker(request);
      if (handshaker == null) {
        context.close();
        return;
      }
      handshaker.handshake(context.channel(), request);
      context.pipeline().replace(this, "splice", new RelayLink(model));
    }

    private static void answer(ChannelHandlerContext context, String stream) {
      String twiml =
          "<Response><Connect><Stream url=\"%s\"/></Connect></Response>".formatted(stream);
      var content = Unpooled.copiedBuffer(twiml, UTF_8);
      var response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, content);
      response
          .headers()
          .set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
          .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
      context.writeAndFlush(response);
    }
  }
}
