package io.frontdesk.sandbox.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/// A small HTTP/1.1 and WebSocket server on 127.0.0.1, with event loops of its own. Nobody outside
/// the machine can reach it.
///
/// ```java
/// var server = LoopbackServer.named("the stand-in")
///     .http("GET", "/things/{id}", request -> Response.json(200, things.json(request)))
///     .socket("/talk", request -> new Upgrade.Accepted(socket -> new Talk(socket)))
///     .start(0);
/// ```
public final class LoopbackServer implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

  private final MultiThreadIoEventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel listener;

  private LoopbackServer(
      MultiThreadIoEventLoopGroup loops, ChannelGroup connections, Channel listener) {
    this.loops = loops;
    this.connections = connections;
    this.listener = listener;
  }

  /// A server still to be given its routes.
  ///
  /// @param name for its threads and for the sentence that says its port is taken
  public static Plan named(String name) {
    return new Plan(name);
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /// Where it is reached, for example `http://127.0.0.1:9010`.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /// Stops listening and cuts every connection; returns when the port is free again. Closing twice
  /// does no harm.
  @Override
  public void close() {
    if (loops.isShuttingDown()) {
      return;
    }
    listener.close().syncUninterruptibly();
    connections.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /// The routes of a server that does not run yet.
  public static final class Plan {
    private final String name;
    private final Routes<HttpRoute> http = new Routes<>();
    private final Routes<SocketRoute> sockets = new Routes<>();

    private Plan(String name) {
      this.name = name;
    }

    /// Answers requests of this method whose path matches; `{name}` stands for part of one segment.
    public Plan http(String method, String pattern, HttpRoute route) {
      http.add(method, pattern, route);
      return this;
    }

    /// Answers requests to open a WebSocket at this path.
    public Plan socket(String pattern, SocketRoute route) {
      sockets.add("GET", pattern, route);
      return this;
    }

    /// Starts listening.
    ///
    /// @param port 0 = any free one
    /// @throws PortTaken if another program listens there
    public LoopbackServer start(int port) {
      var loops =
          new MultiThreadIoEventLoopGroup(
              2, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
      var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
      var bound =
          new ServerBootstrap()
              .group(loops)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                      connections.add(channel);
                      channel
                          .pipeline()
                          .addLast(
                              new HttpServerCodec(),
                              new HttpObjectAggregator(MAX_BODY_BYTES),
                              new Connection(http, sockets));
                    }
                  })
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .awaitUninterruptibly();
      if (!bound.isSuccess()) {
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
        throw bound.cause() instanceof BindException
            ? new PortTaken(name, port, bound.cause())
            : new IllegalStateException(name + " cannot listen on port " + port, bound.cause());
      }
      return new LoopbackServer(loops, connections, bound.channel());
    }
  }
}
